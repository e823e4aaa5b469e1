#include <CLI/CLI.hpp>

#include "cli/ask.h"
#include "cli/command.h"
#include "cli/known.h"
#include "cli/rows_answer.h"
#include "engine/identify_families.h"
#include "engine/linked_row.h"

namespace hearth {
namespace {

// The columns name no plan, unless there are several to be told apart.
class Answer {
 public:
  Answer(const World& world, const QuestionOptions& options)
      : world_(world), options_(options), several_(options.plans.size() > 1) {}

  Result<void> take(const Judge& judge, const FamiliesQuestion& question) {
    const ViewRequest request = {.known = known_of(options_.known), .threads = question.threads};
    const auto doubts = WithoutDoubt::doubts_of(options_.store, request.known);
    if (!doubts) return std::unexpected(doubts.error());
    if (!answer_) {
      auto opened = RowsAnswer::open(world_, options_.answer, columns(doubts->has_value()));
      if (!opened) return std::unexpected(opened.error());
      answer_.emplace(std::move(*opened));
    }
    const auto rows = identify_families(judge, question);
    if (!*doubts) {
      for (const auto& row : rows) {
        if (!(several_ ? answer_->take(IdentifiedOfPlan{row}) : answer_->take(row))) break;
      }
      return {};
    }
    auto without = WithoutDoubt::open(options_.store, request, **doubts, judge, question.families,
                                      question.on);
    if (!without) return std::unexpected(without.error());
    for (const auto& row : rows) {
      const auto words = identified_without(judge, *without, row, question.on);
      if (!take(row, words.empty() ? Cell() : Cell(std::string_view(words)))) break;
    }
    return {};
  }

  ExitCode finish(ExitCode code) {
    if (!answer_ || code == ExitCode::WorldFailed) return code;
    const auto finished = answer_->finish();
    return finished ? code : world_.fail(finished.error());
  }

 private:
  bool take(const IdentifiedRow& row, const Cell& without) {
    if (!several_) return answer_->take(LinkedRow<IdentifiedRow>{row, without});
    const IdentifiedOfPlan of_plan{row};
    return answer_->take(LinkedRow<IdentifiedOfPlan>{of_plan, without});
  }

  std::span<const AnswerColumn> columns(bool linked) const {
    return several_ ? columns_of<IdentifiedOfPlan>(linked) : columns_of<IdentifiedRow>(linked);
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
        const auto taken = answer.take(judge, question);
        return taken ? ExitCode::Done : world.fail(taken.error());
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
