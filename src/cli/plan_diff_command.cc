#include <CLI/CLI.hpp>

#include "author/difference_words.h"
#include "author/plan_differences.h"
#include "cli/ask.h"
#include "cli/command.h"
#include "cli/rows_answer.h"
#include "engine/wrap.h"

namespace hearth {
namespace {

constexpr std::size_t kPageWidth = 100;
constexpr std::size_t kHang = 4;  // of a line that goes on

struct Options {
  std::string older, newer;
  AnswerOptions answer;
};

// One clause of one difference; a difference without clauses has a row of its own.
struct DifferenceRow {
  static constexpr std::array kColumns = {
      AnswerColumn{"part", "part"},
      AnswerColumn{"name", "name"},
      AnswerColumn{"name_before", "was"},
      AnswerColumn{"title", "title"},
      AnswerColumn{"how", "how"},
      AnswerColumn{"clause", "clause"},
      AnswerColumn{"before", "before"},
      AnswerColumn{"after", "after"},
      AnswerColumn{"words", "words", CellKind::Texts},
      AnswerColumn{"through", "through", CellKind::Texts},
      AnswerColumn{"used_by", "used by", CellKind::Texts},
  };

  const Difference& of;
  ClauseDifference clause;
  std::vector<std::string> words;

  std::array<Cell, kColumns.size()> cells() const {
    using Text = std::string_view;
    using Texts = std::span<const std::string>;
    return {to_text(of.part), Text(of.name),         Text(of.name_before), Text(of.title),
            to_text(of.how),  Text(clause.clause),   Text(clause.before),  Text(clause.after),
            Texts(words),     Texts(clause.through), Texts(of.used_by)};
  }
};

std::string text_of(const PlanDifferences& differences) {
  std::string text;
  for (const auto& line : differences_in_words(differences)) {
    std::size_t indent = static_cast<std::size_t>(line.indent);
    for (const auto& part : wrap(line.words, kPageWidth - indent - kHang)) {
      text += std::string(indent, ' ') + part + '\n';
      if (indent == static_cast<std::size_t>(line.indent)) indent += kHang;
    }
  }
  return text;
}

ExitCode write_rows(const World& world, const Options& options, const PlanDifferences& found) {
  auto answer = RowsAnswer::open(world, options.answer, DifferenceRow::kColumns);
  if (!answer) return world.fail(answer.error());
  for (const auto& difference : found.list) {
    if (difference.clauses.empty()) answer->take(DifferenceRow{difference, {}, {}});
    for (const auto& clause : difference.clauses) {
      answer->take(DifferenceRow{difference, clause, clause_words(clause)});
    }
  }
  const auto finished = answer->finish();
  return finished ? ExitCode::Done : world.fail(finished.error());
}

ExitCode run(const World& world, const Options& options) {
  const auto plans = load_plans(world, {options.older, options.newer});
  if (!plans) return plans.error();
  const auto found = plan_differences(plans->front(), plans->back());
  const bool table = options.answer.format() == Format::Table;
  const auto written =
      table ? put(world, options.answer.out, text_of(found)) : write_rows(world, options, found);
  return written == ExitCode::Done && !found.list.empty() ? ExitCode::No : written;
}

}  // namespace

Run declare_plan_diff(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("OLD", options->older, "The plan as it was")->type_name("FILE")->required();
  app.add_option("NEW", options->newer, "The plan as it is to be")->type_name("FILE")->required();
  add_answer_options(app, options->answer, Forms::TableCsvJson);
  return [options](const World& world) { return run(world, *options); };
}

}  // namespace hearth
