// The rows of the shipped plans against the list of what their councils printed, where that lies
// beside the repository: the same refs in the same order, under the same headlines, with the same
// flags.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "base/text.h"
#include "program/run_program.h"

namespace hearth {
namespace {

struct Row {
  std::string ref, headline;
  std::set<std::string> flags;

  bool operator==(const Row&) const = default;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.headline << " " << row.ref;
  for (const auto& flag : row.flags) *out << " [" << flag << "]";
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells = {""};
  for (std::size_t i = 1; i < line.size(); ++i) {
    const bool divides = line[i] == '|' && line[i - 1] != '\\';
    if (divides)
      cells.emplace_back();
    else
      cells.back() += line[i];
  }
  for (auto& cell : cells) {
    cell = std::regex_replace(cell, std::regex("^ +| +$"), "");
  }
  return cells;
}

// What the list's marks are called in a plan. The others tell of printing, not of the rule; a row
// without an outcome is told apart by `undefined`.
const std::map<std::string, std::string> kFlags = {
    {"M", "mandatory"},          {"SA", "stands alone"}, {"SUP", "supplementary"},
    {"UD", "under development"}, {"MG", "merged"},       {"STAR", "starred"},
    {"NO", "undefined"}};

std::set<std::string> flags_of(const std::string& marks) {
  std::set<std::string> flags;
  const std::regex mark("[A-Z]+");
  for (std::sregex_iterator m(marks.begin(), marks.end(), mark), end; m != end; ++m) {
    if (const auto flag = kFlags.find(m->str()); flag != kFlags.end()) flags.insert(flag->second);
  }
  return flags;
}

// The national 1.3 stands for four needs, and the two rows 6d are told apart by a number.
void add_printed(std::vector<Row>& rows, Row row, bool national) {
  if (national && row.ref == "1.3") {
    for (const char need : {'a', 'b', 'c', 'd'}) {
      rows.push_back(row);
      rows.back().ref += need;
    }
    return;
  }
  row.ref = std::regex_replace(row.ref, std::regex("^6d \\((.).*$"), "6d-$1");
  rows.push_back(std::move(row));
}

std::vector<Row> printed_rows(const std::string& list, const std::string& section) {
  std::vector<Row> rows;
  std::istringstream lines(list);
  bool within = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("##")) within = line.starts_with("### " + section + " ");
    if (!within || !line.starts_with("| ") || line.starts_with("| Ref ")) continue;
    const auto cells = cells_of(line);
    add_printed(rows, {cells.at(0), cells.at(1), flags_of(cells.at(8))}, section == "9.4");
  }
  return rows;
}

std::vector<Row> rows_of_plan(const std::string& path) {
  std::vector<Row> rows;
  const auto ran = run_program({"plan", "rows", path, "--format", "csv"});
  std::istringstream lines(std::regex_replace(ran.out, std::regex("\"[^\"]*\""), "…"));
  std::string line;
  std::getline(lines, line);  // the columns' names
  while (std::getline(lines, line)) {
    const auto columns = split(line, ',');
    Row row{std::string(columns.at(2)), std::string(columns.at(1)), {}};
    if (columns.at(5) == "undefined") row.flags.insert("undefined");
    for (const auto& [mark, flag] : kFlags) {
      if (columns.at(7).find(flag) != std::string::npos) row.flags.insert(flag);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Listed {
  const char* plan;
  const char* section;  // of the list
};

class PrintedRows : public ::testing::TestWithParam<Listed> {};

TEST_P(PrintedRows, AreTheRowsOfThePlan) {
  const auto list = std::filesystem::path(root()).parent_path() / "shared/reference/domain.md";
  if (!std::filesystem::exists(list)) GTEST_SKIP() << "no list of printed rows at " << list;
  const auto printed = printed_rows(text_of(list.string()), GetParam().section);
  EXPECT_GE(printed.size(), 36u);
  EXPECT_EQ(rows_of_plan(root() + "/plans/" + GetParam().plan + ".md"), printed);
}

INSTANTIATE_TEST_SUITE_P(All, PrintedRows,
                         ::testing::Values(Listed{"wiltshire-2020", "9.1"},
                                           Listed{"bath-and-north-east-somerset-2015", "9.2"},
                                           Listed{"warwickshire-2015", "9.3"},
                                           Listed{"national-2022", "9.4"}),
                         [](const auto& info) {
                           std::string name = info.param.plan;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace hearth
