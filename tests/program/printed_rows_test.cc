// The rows of the shipped plans against the list of what their councils printed, where that lies
// beside the repository: the same refs in the same order, under the same headlines, with the same
// flags, and decided by what the printed cell says, but for the rows docs/kinds.md gives reasons
// for.
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

INSTANTIATE_TEST_SUITE_P(All, PrintedRows, ::testing::ValuesIn(kListed), [](const auto& info) {
  std::string name = info.param.plan;
  std::ranges::replace(name, '-', '_');
  return name;
});

// `bath-and-north-east-somerset-2015 3a entry: word, rule`
using Differences = std::set<std::string>;

void compare(Differences& differences, const std::string& row, const std::string& printed,
             const std::string& runs) {
  const std::string expected = printed == "word"      ? "statement"
                               : printed == "nothing" ? "undefined"
                                                      : "rule";
  if (runs != expected) differences.insert(row + ": " + printed + ", " + runs);
}

Differences differences_of(const Listed& listed) {
  Differences differences;
  const auto printed = printed_rows(listed), plan = rows_of_plan(listed);
  for (std::size_t i = 0; i < std::min(printed.rows.size(), plan.rows.size()); ++i) {
    const auto row = std::string(listed.plan) + " " + plan.rows[i].ref;
    compare(differences, row + " entry", printed.deciding[i].entry, plan.deciding[i].entry);
    compare(differences, row + " outcome", printed.deciding[i].outcome, plan.deciding[i].outcome);
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
    if (!line.starts_with("| ") || line.starts_with("| plan ")) continue;
    const auto cells = cells_of(line);
    EXPECT_FALSE(cells.at(5).empty()) << line;
    differences.insert(plan_called(cells.at(0)) + " " + cells.at(1) + " " + cells.at(2) + ": " +
                       cells.at(3) + ", " + cells.at(4));
  }
  return differences;
}

TEST(PrintedKinds, differ_only_where_a_reason_is_given) {
  if (!has_printed_list()) GTEST_SKIP() << "no list of printed rows beside the repository";
  Differences differences;
  for (const auto& listed : kListed) differences.merge(differences_of(listed));
  EXPECT_EQ(differences, reasoned_differences());
}

}  // namespace
}  // namespace hearth
