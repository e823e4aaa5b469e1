// The plans that come with hearth: each is sound, in the one layout, holds its examples and has the
// rows its council printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "program/run_program.h"

namespace hearth {
namespace {

struct Printed {
  const char* plan;
  std::ptrdiff_t rows;  // as printed; the national plan's 1.3 is its four needs
};

class Plans : public ::testing::TestWithParam<Printed> {
 protected:
  std::string path() const { return root() + "/plans/" + GetParam().plan + ".md"; }
};

TEST_P(Plans, ARowForEachTheCouncilPrinted) {
  const auto ran = run_program({"plan", "rows", path(), "--format", "csv"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(std::ranges::count(ran.out, '\n'), 1 + GetParam().rows);
}

TEST_P(Plans, EveryExampleHolds) {
  const auto ran = run_program({"plan", "test", path()});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

TEST_P(Plans, InTheOneLayout) {
  const auto ran = run_program({"plan", "fmt", "--check", path()});
  EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
}

// As an editor that knows better might leave it: Windows line ends, and every space of the program
// doubled but those in quotes, comments and the titles of examples.
std::string untidied(const std::string& text) {
  std::string result, fence;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool is_fence = line.starts_with("```");
    if (is_fence) fence = line;
    const bool indented = line.starts_with(' ');  // unlike the title of an example
    const bool program = !is_fence && (fence == "```plan" || (fence == "```example" && indented));
    bool quoted = line.contains('#');
    for (const char c : line) {
      quoted = quoted != (c == '"');
      result += program && !quoted && c == ' ' ? "  " : std::string(1, c);
    }
    result += "\r\n";
  }
  return result;
}

TEST_P(Plans, AnyLayoutIsPutBackIntoTheOne) {
  const TemporaryFolder folder;
  std::filesystem::copy(root() + "/plans", folder.path() / "plans");
  const auto copy = folder.path() / "plans" / (std::string(GetParam().plan) + ".md");
  const auto text = text_of(path());
  std::ofstream(copy, std::ios::binary) << untidied(text);
  const auto ran = run_program({"plan", "fmt", copy.string()});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, text);
}

// Of each row, by example, the statuses its examples expect. A row that is under development has
// nothing to show.
struct Shown {
  bool may_succeed = true;  // an outcome is printed
  std::map<int, std::set<std::string>> expected;
};

std::map<std::string, Shown> shown_in(const std::string& document) {
  std::map<std::string, Shown> rows;
  const std::regex expectation(R"(^  on \d{4}-\d\d-\d\d\s+(\S+)\s+(\S+))");
  const std::regex criterion(R"(^criterion (\S+) )");
  std::istringstream lines(document);
  std::smatch match;
  std::string row, fence;
  int example = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) fence = line;
    if (std::regex_search(line, match, criterion)) rows.try_emplace(row = match[1]);
    if (line.starts_with("  need        under development")) rows.erase(row);
    if (line.starts_with("  outcome     undefined")) rows[row].may_succeed = false;
    example += fence == "```example" && !line.starts_with(' ');
    const bool expects = std::regex_search(line, match, expectation);
    if (expects && rows.contains(match[1])) rows[match[1]].expected[example].insert(match[2]);
  }
  return rows;
}

TEST_P(Plans, EveryRowHasAnExampleThatSucceedsAndOneThatDoesNot) {
  for (const auto& [ref, shown] : shown_in(text_of(path()))) {
    const std::string success = shown.may_succeed ? "achieved" : "need";
    const auto succeeds = std::ranges::count_if(
        shown.expected, [&](const auto& example) { return example.second.contains(success); });
    EXPECT_GE(succeeds, 1) << ref;
    EXPECT_LT(succeeds, std::ssize(shown.expected)) << ref;
  }
}

// What a reader of a row looks for beside its rule: where it stands in print, and how it was read.
TEST_P(Plans, EveryRowCitesItsPrintedFormAndSaysHowItWasRead) {
  std::map<std::string, std::string> rows;
  std::string row;
  std::istringstream lines(text_of(path()));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("criterion ")) row = line;
    if (line.starts_with("```")) row.clear();
    if (!row.empty()) rows[row] += line + "\n";
  }
  for (const auto& [criterion, clauses] : rows) {
    EXPECT_NE(clauses.find("\n  cites  "), std::string::npos) << criterion;
    EXPECT_NE(clauses.find("\n  reading  "), std::string::npos) << criterion;
  }
  EXPECT_EQ(std::ssize(rows), GetParam().rows);
}

INSTANTIATE_TEST_SUITE_P(All, Plans,
                         ::testing::Values(Printed{"wiltshire-2020", 43},
                                           Printed{"bath-and-north-east-somerset-2015", 36},
                                           Printed{"warwickshire-2015", 50},
                                           Printed{"national-2022", 37}),
                         [](const auto& info) {
                           std::string name = info.param.plan;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace hearth
