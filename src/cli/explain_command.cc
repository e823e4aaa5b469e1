#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/known.h"
#include "engine/explain_family.h"
#include "engine/without_doubt.h"

namespace hearth {
namespace {

struct Options {
  QuestionOptions question;
};

// What the finding is without the family's doubtful links; nothing if it rests on none.
class DoubtAsked {
 public:
  DoubtAsked(const QuestionOptions& options, const Judge& judge, const Finding& now, Date on)
      : store_(options.store),
        request_{.known = known_of(options.known), .threads = options.thread_count()},
        judge_(judge),
        now_(now),
        on_(on) {}

  Result<std::optional<DoubtTold>> ask(const std::vector<identity::DoubtOn>& doubts) const {
    auto without = WithoutDoubt::open(store_, request_, doubts, judge_, {now_.family}, on_);
    if (!without) return std::unexpected(without.error());
    auto finding = without->finding(now_.family, now_.criterion, on_);
    if (!finding) return std::nullopt;
    DoubtTold told{without->doubts(now_.family), std::move(*finding)};
    if (told.links.size() < 2) return told;
    for (const auto& link : told.links) {
      if (told.alone.size() == kMostAlone) break;
      const auto one = WithoutDoubt::open(store_, request_, {link}, judge_, {now_.family}, on_);
      if (!one) return std::unexpected(one.error());
      told.alone.push_back(one->finding(now_.family, now_.criterion, on_));
    }
    return told;
  }

 private:
  const std::string& store_;
  ViewRequest request_;
  const Judge& judge_;
  const Finding& now_;
  Date on_;
};

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
            WithoutDoubt::doubts_of(options.question.store, known_of(options.question.known));
        if (!doubts) return world.fail(doubts.error());
        if (!*doubts) {
          if (json) text += explanation_json(judge, told);
          return ExitCode::Done;
        }
        const auto doubt =
            DoubtAsked(options.question, judge, told.finding, question.on).ask(**doubts);
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
