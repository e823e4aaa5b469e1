#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "engine/identify_families.h"

namespace hearth {
namespace {

// The columns name no plan, unless there are several to be told apart.
class Answer {
 public:
  Answer(const World& world, const QuestionOptions& options)
      : world_(world), options_(options), several_(options.plans.size() > 1) {}

  ExitCode take(const std::vector<IdentifiedRow>& rows) {
    if (!answer_) {
      auto opened = RowsAnswer::open(world_, options_.answer, columns());
      if (!opened) return world_.fail(opened.error());
      answer_.emplace(std::move(*opened));
    }
    for (const auto& row : rows) {
      if (!(several_ ? answer_->take(IdentifiedOfPlan{row}) : answer_->take(row))) break;
    }
    return ExitCode::Done;
  }

  ExitCode finish(ExitCode code) {
    if (!answer_ || code == ExitCode::WorldFailed) return code;
    const auto finished = answer_->finish();
    return finished ? code : world_.fail(finished.error());
  }

 private:
  std::span<const AnswerColumn> columns() const {
    if (several_) return IdentifiedOfPlan::kColumns;
    return IdentifiedRow::kColumns;
  }

  const World& world_;
  const QuestionOptions& options_;
  bool several_;
  std::optional<RowsAnswer> answer_;
};

ExitCode run(const World& world, const QuestionOptions& options) {
  if (const auto why = RowsAnswer::refuses(options.answer); !why.empty()) {
    return world.refuse(why);
  }
  Answer answer(world, options);
  const auto code =
      ask_each_plan(world, options, [&](const Judge& judge, const FamiliesQuestion& question) {
        return answer.take(identify_families(judge, question));
      });
  return answer.finish(code);
}

}  // namespace

Run declare_identify(CLI::App& app) {
  const auto options = std::make_shared<QuestionOptions>();
  options->command = "identify";
  add_question_options(app, *options);
  add_family_option(app, options->families);
  add_answer_options(app, options->answer, Forms::All);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
