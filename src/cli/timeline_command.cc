#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "engine/timeline_rows.h"

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
        if (!answer) {
          auto opened = RowsAnswer::open(world, form, TimelineRow::kColumns);
          if (!opened) return world.fail(opened.error());
          answer.emplace(std::move(*opened));
        }
        question.which = options.all ? Which::All : Which::NotNone;
        question.on = options.question.on_day().value_or(kForever);
        timeline_rows(judge, question, [&](const TimelineRow& row) { return answer->take(row); });
        return ExitCode::Done;
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
