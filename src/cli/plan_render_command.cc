#include <CLI/CLI.hpp>

#include "author/plan_page.h"
#include "cli/ask.h"
#include "cli/command.h"
#include "cli/options.h"

namespace hearth {
namespace {

struct Options {
  std::string plan;
  std::string out;
};

ExitCode run(const World& world, const Options& options) {
  const auto plans = read_plans(world, {options.plan});
  if (!plans) return plans.error();
  return put(world, options.out, plan_page(*plans->front()));
}

}  // namespace

Run declare_plan_render(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("plan,--plan", options->plan, "The plan, a Markdown document")
      ->type_name("FILE")
      ->required();
  add_out_option(app, options->out);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
