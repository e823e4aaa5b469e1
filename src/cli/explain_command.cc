#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "engine/explain_family.h"

namespace hearth {
namespace {

struct Options {
  QuestionOptions question;
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
        text += answer.format() == Format::Json
                    ? explanation_json(judge, told)
                    : explanation_text(judge, told, world.colour(answer.out));
        return ExitCode::Done;
      });
  if (text.empty()) return code;
  const auto written = put(world, answer.out, text);
  return written == ExitCode::Done ? code : written;
}

}  // namespace

Run declare_explain(CLI::App& app) {
  const auto options = std::make_shared<Options>();
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
