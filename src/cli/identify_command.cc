#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "engine/identify_families.h"

namespace hearth {
namespace {

// The columns name no plan, so this asks about one.
ExitCode run(const World& world, const QuestionOptions& options) {
  if (options.plans.size() > 1) return world.refuse("identify asks about one plan: one --plan");
  if (const auto why = RowsAnswer::refuses(options.answer); !why.empty()) {
    return world.refuse(why);
  }
  return ask_each_plan(world, options, [&](const Judge& judge, const FamiliesQuestion& question) {
    const auto rows = identify_families(judge, question);
    auto answer = RowsAnswer::open(world, options.answer, IdentifiedRow::kColumns);
    if (!answer) return world.fail(answer.error());
    for (const auto& row : rows) {
      if (!answer->take(row)) break;
    }
    const auto finished = answer->finish();
    return finished ? ExitCode::Done : world.fail(finished.error());
  });
}

}  // namespace

Run declare_identify(CLI::App& app) {
  const auto options = std::make_shared<QuestionOptions>();
  add_question_options(app, *options);
  add_family_option(app, options->families);
  add_answer_options(app, options->answer, Forms::All);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
