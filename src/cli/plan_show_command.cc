#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

struct Options {
  std::vector<std::string> plans;
  std::string out;
};

ExitCode run(const World& world, const Options& options) {
  const auto plans = read_plans(world, options.plans);
  if (!plans) return plans.error();
  std::string text;
  for (const auto& plan : *plans) text += to_text(*plan);
  return put(world, options.out, text);
}

}  // namespace

Run declare_plan_show(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_plan_argument(app, options->plans);
  add_out_option(app, options->out);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
