#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/known.h"
#include "cli/rows_answer.h"
#include "engine/linked_row.h"
#include "engine/timeline_rows.h"

namespace hearth {
namespace {

struct Options {
  QuestionOptions question;
  bool all = false;
};

// Rows as they are, or over a store in which people were linked with what they would be without
// doubtful links.
Result<void> answer_with(const World& world, const QuestionOptions& options, const Judge& judge,
                         const FamiliesQuestion& question, std::optional<RowsAnswer>& answer) {
  const ViewRequest request = {.known = known_of(options.known), .threads = question.threads};
  const auto doubts = WithoutDoubt::doubts_of(options.store, request.known);
  if (!doubts) return std::unexpected(doubts.error());
  if (!answer) {
    auto opened =
        RowsAnswer::open(world, options.answer, columns_of<TimelineRow>(doubts->has_value()));
    if (!opened) return std::unexpected(opened.error());
    answer.emplace(std::move(*opened));
  }
  if (!*doubts) {
    timeline_rows(judge, question, [&](const TimelineRow& row) { return answer->take(row); });
    return {};
  }
  auto without = WithoutDoubt::open(options.store, request, **doubts, judge, question.families,
                                    options.on_day().value_or(world.today));
  if (!without) return std::unexpected(without.error());
  timeline_rows(judge, question, [&](const TimelineRow& row) {
    const auto statuses = timeline_without(judge, *without, row, question.on);
    Cell cell;
    if (!statuses.empty()) cell = std::span<const std::string>(statuses);
    return answer->take(LinkedRow<TimelineRow>{row, cell});
  });
  return {};
}

ExitCode run(const World& world, const Options& options) {
  const auto& form = options.question.answer;
  if (const auto why = RowsAnswer::refuses(form); !why.empty()) return world.refuse(why);
  std::optional<RowsAnswer> answer;
  const auto code =
      ask_each_plan(world, options.question, [&](const Judge& judge, FamiliesQuestion question) {
        question.which = options.all ? Which::All : Which::NotNone;
        question.on = options.question.on_day().value_or(kForever);
        const auto told = answer_with(world, options.question, judge, question, answer);
        return told ? ExitCode::Done : world.fail(told.error());
      });
  if (!answer || code == ExitCode::WorldFailed) return code;
  const auto finished = answer->finish();
  return finished ? code : world.fail(finished.error());
}

}  // namespace

Run declare_timeline(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->question.command = "timeline";
  options->question.over_time = true;
  add_question_options(app, options->question);
  add_family_option(app, options->question.families);
  add_criterion_option(app, options->question.criteria);
  add_answer_options(app, options->question.answer, Forms::All);
  app.add_flag("--all", options->all, "Also the days before there was a need");
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
