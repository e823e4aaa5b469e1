// The rows of the shipped plans against the list of what their councils printed, where that lies
// beside the repository: the same refs in the same order, under the same headlines, with the same
// flags and kinds. And against what decides them: a plan's rows run as they are printed, but for
// those docs/kinds.md gives reasons for.
#include "program/printed_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "program/run_program.h"

namespace hearth {
namespace {

class PrintedRows : public ::testing::TestWithParam<Listed> {};

TEST_P(PrintedRows, AreTheRowsOfThePlan) {
  if (!has_printed_list()) GTEST_SKIP() << "no list of printed rows beside the repository";
  const auto printed = printed_rows(GetParam()).rows;
  EXPECT_GE(printed.size(), 36u);
  EXPECT_EQ(rows_of_plan(GetParam()).rows, printed);
}

bool is_of_four_needs(const Listed& listed, const PrintedRow& row) {
  return listed.plan == std::string("national-2022") && row.ref.starts_with("1.3");
}

TEST_P(PrintedRows, AreOfTheKindsThatArePrinted) {
  if (!has_printed_list()) GTEST_SKIP() << "no list of printed rows beside the repository";
  const auto printed = printed_rows(GetParam()), plan = rows_of_plan(GetParam());
  ASSERT_EQ(plan.kinds.size(), printed.kinds.size());
  for (std::size_t i = 0; i < plan.kinds.size(); ++i) {
    if (is_of_four_needs(GetParam(), plan.rows[i])) continue;
    EXPECT_EQ(plan.kinds[i], printed.kinds[i]) << plan.rows[i].ref;
  }
}

INSTANTIATE_TEST_SUITE_P(All, PrintedRows, ::testing::ValuesIn(kListed), [](const auto& info) {
  std::string name = info.param.plan;
  std::ranges::replace(name, '-', '_');
  return name;
});

// One printed cell holds what its four needs ask for; each need says which part is its own.
TEST(PrintedKinds, OfFourNeedsInOneRowAreItsKindsTogether) {
  if (!has_printed_list()) GTEST_SKIP() << "no list of printed rows beside the repository";
  const auto& national = kListed[3];
  const auto printed = printed_rows(national), plan = rows_of_plan(national);
  std::set<std::string> entry, outcome;
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    if (!is_of_four_needs(national, plan.rows[i])) continue;
    entry.merge(words_of(plan.kinds[i].entry));
    outcome.merge(words_of(plan.kinds[i].outcome));
    EXPECT_NE(plan.kinds[i], printed.kinds.at(i)) << "all of the cell, in one of four needs";
  }
  const auto row = std::ranges::find(printed.rows, "1.3a", &PrintedRow::ref);
  ASSERT_NE(row, printed.rows.end());
  const auto& cell = printed.kinds[static_cast<std::size_t>(row - printed.rows.begin())];
  EXPECT_EQ(entry, words_of(cell.entry));
  EXPECT_EQ(outcome, words_of(cell.outcome));
}

// `bath-and-north-east-somerset-2015 3a entry: statement, rule`
using Differences = std::set<std::string>;

void compare(Differences& differences, const std::string& row, const std::string& printed,
             const std::string& runs) {
  const std::string expected = printed == "statement" ? "statement"
                               : printed == "nothing" ? "undefined"
                                                      : "rule";
  if (runs != expected) differences.insert(row + ": " + printed + ", " + runs);
}

Differences differences_of(const Listed& listed) {
  Differences differences;
  const auto plan = rows_of_plan(listed);
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const auto row = std::string(listed.plan) + " " + plan.rows[i].ref;
    compare(differences, row + " entry", plan.kinds[i].entry, plan.decided[i].entry);
    compare(differences, row + " outcome", plan.kinds[i].outcome, plan.decided[i].outcome);
  }
  return differences;
}

std::string plan_called(const std::string& council) {
  if (council == "Bath and North East Somerset") return "bath-and-north-east-somerset-2015";
  return council == "Warwickshire" ? "warwickshire-2015"
         : council == "Wiltshire"  ? "wiltshire-2020"
         : council == "national"   ? "national-2022"
                                   : council;
}

Differences reasoned_differences() {
  Differences differences;
  std::istringstream lines(text_of(root() + "/docs/kinds.md"));
  for (std::string line; std::getline(lines, line);) {
    const auto cells = cells_of(line);
    if (!line.starts_with("| ") || cells.size() < 6 || cells.at(0) == "plan") continue;
    EXPECT_FALSE(cells.at(5).empty()) << line;
    differences.insert(plan_called(cells.at(0)) + " " + cells.at(1) + " " + cells.at(2) + ": " +
                       cells.at(3) + ", " + cells.at(4));
  }
  return differences;
}

TEST(PrintedKinds, DifferFromWhatDecidesOnlyWhereAReasonIsGiven) {
  Differences differences;
  for (const auto& listed : kListed) differences.merge(differences_of(listed));
  EXPECT_EQ(differences, reasoned_differences());
}

}  // namespace
}  // namespace hearth
