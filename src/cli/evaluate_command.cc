#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/known.h"
#include "cli/rows_answer.h"
#include "engine/evaluate_families.h"
#include "engine/linked_row.h"
#include "engine/without_doubt.h"

namespace hearth {
namespace {

struct Options {
  QuestionOptions question;
  bool all = false;
};

ExitCode run(const World& world, const Options& options) {
  const auto& form = options.question.answer;
  if (const auto why = RowsAnswer::refuses(form); !why.empty()) return world.refuse(why);
  std::optional<RowsAnswer> answer;
  const auto code =
      ask_each_plan(world, options.question, [&](const Judge& judge, FamiliesQuestion question) {
        const auto& store = options.question.store;
        const ViewRequest request = {.known = known_of(options.question.known),
                                     .threads = options.question.thread_count()};
        const auto doubts = WithoutDoubt::doubts_of(store, request.known);
        if (!doubts) return world.fail(doubts.error());
        if (!answer) {
          auto opened = RowsAnswer::open(world, form, columns_of<FindingRow>(doubts->has_value()));
          if (!opened) return world.fail(opened.error());
          answer.emplace(std::move(*opened));
        }
        question.which = options.all ? Which::All : Which::NotNone;
        if (!*doubts) {
          evaluate_families(judge, question,
                            [&](const FindingRow& row) { return answer->take(row); });
          return ExitCode::Done;
        }
        const auto without =
            WithoutDoubt::open(store, request, **doubts, judge, question.families, question.on);
        if (!without) return world.fail(without.error());
        evaluate_families(judge, question, [&](const FindingRow& row) {
          const auto found =
              without->finding(row.finding.family, row.finding.criterion, question.on);
          return answer->take(
              LinkedRow<FindingRow>{row, found ? Cell(to_text(found->status)) : Cell()});
        });
        return ExitCode::Done;
      });
  if (!answer || code == ExitCode::WorldFailed) return code;
  const auto finished = answer->finish();
  return finished ? code : world.fail(finished.error());
}

}  // namespace

Run declare_evaluate(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->question.command = "evaluate";
  add_question_options(app, options->question);
  add_family_option(app, options->question.families);
  add_criterion_option(app, options->question.criteria);
  add_answer_options(app, options->question.answer, Forms::All);
  app.add_flag("--all", options->all, "Also what was never a need");
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
