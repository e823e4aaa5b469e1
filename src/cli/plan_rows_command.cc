#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "engine/plan_rows.h"

namespace hearth {
namespace {

struct Options {
  std::vector<std::string> plans;
  AnswerOptions answer;
};

ExitCode run(const World& world, const Options& options) {
  if (const auto why = RowsAnswer::refuses(options.answer); !why.empty()) {
    return world.refuse(why);
  }
  const auto plans = read_plans(world, options.plans);
  if (!plans) return plans.error();
  auto answer = RowsAnswer::open(world, options.answer, PlanRow::kColumns);
  if (!answer) return world.fail(answer.error());
  for (const auto& plan : *plans) {
    for (const auto& row : plan_rows(*plan)) answer->take(row);
  }
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

}  // namespace

Run declare_plan_rows(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_plan_argument(app, options->plans);
  add_answer_options(app, options->answer, Forms::All);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
