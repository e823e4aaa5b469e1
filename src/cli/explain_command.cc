#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "engine/explain_family.h"
#include "engine/without_doubt.h"

namespace hearth {
namespace {

struct Options {
  QuestionOptions question;
};

// What the finding is without the family's doubtful links; nothing if it rests on none.
Result<std::optional<DoubtTold>> doubt_of(const QuestionOptions& options,
                                          const std::vector<identity::DoubtOn>& doubts,
                                          const Judge& judge, const Finding& now, Date on) {
  const ViewRequest request = {.known = options.known_day(), .threads = options.thread_count()};
  const auto without = WithoutDoubt::open(options.store, request, doubts, judge, {now.family}, on);
  if (!without) return std::unexpected(without.error());
  auto finding = without->finding(now.family, now.criterion, on);
  if (!finding) return std::nullopt;
  return DoubtTold{without->doubts(now.family), std::move(*finding)};
}

ExitCode run(const World& world, const Options& options) {
  if (options.question.plans.size() > 1) {
    return world.refuse("explain asks about one plan: one --plan");
  }
  std::string text;
  const auto& answer = options.question.answer;
  const auto code =
      ask_each_plan(world, options.question, [&](const Judge& judge, const auto& question) {
        const CriterionId criterion(0);  // the only one asked about
        const auto told = judge.explain(question.families.front(), criterion, question.on);
        const bool json = answer.format() == Format::Json;
        if (!json) text += explanation_text(judge, told, world.colour(answer.out));
        const auto doubts =
            WithoutDoubt::doubts_of(options.question.store, options.question.known_day());
        if (!doubts) return world.fail(doubts.error());
        if (!*doubts) {
          if (json) text += explanation_json(judge, told);
          return ExitCode::Done;
        }
        const auto doubt = doubt_of(options.question, **doubts, judge, told.finding, question.on);
        if (!doubt) return world.fail(doubt.error());
        if (json) text += explanation_json(judge, told, *doubt);
        if (!json && *doubt) text += doubt_text(**doubt, told.finding, world.colour(answer.out));
        return ExitCode::Done;
      });
  if (text.empty()) return code;
  const auto written = put(world, answer.out, text);
  return written == ExitCode::Done ? code : written;
}

}  // namespace

Run declare_explain(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  options->question.command = "explain";
  options->question.families.emplace_back();
  app.add_option("family", options->question.families.front(), "The family's id")
      ->type_name("ID")
      ->required();
  options->question.criteria.emplace_back();
  app.add_option("ref", options->question.criteria.front(), "The criterion's ref, such as 1.1")
      ->type_name("REF")
      ->required();
  add_question_options(app, options->question);
  add_answer_options(app, options->question.answer, Forms::TableJson);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
