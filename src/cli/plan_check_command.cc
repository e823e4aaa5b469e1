#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"

namespace hearth {
namespace {

ExitCode run(const World& world, const std::vector<std::string>& paths) {
  const auto plans = read_plans(world, paths);
  if (!plans) return plans.error();
  std::string text;
  for (const auto& plan : *plans) {
    text += fmt::format("{}: {} headlines, {} criteria, {} examples, no mistakes\n", plan->name,
                        plan->headlines.size(), plan->criteria.size(), plan->examples.size());
  }
  return put(world, {}, text);
}

}  // namespace

Run declare_plan_check(CLI::App& app) {
  const auto paths = std::make_shared<std::vector<std::string>>();
  add_plan_argument(app, *paths);
  return [paths](const World& world) { return run(world, *paths); };
}

}  // namespace hearth
