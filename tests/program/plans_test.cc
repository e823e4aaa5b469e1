// The plans that come with hearth: each is sound, in the one layout, holds its examples and has the
// rows its council printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
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

// A row that is under development has nothing to show.
TEST_P(Plans, EveryRowIsExpectedOfAtLeastTwoExamples) {
  std::map<std::string, int> times;
  const std::regex expectation(R"(^  on \d{4}-\d\d-\d\d\s+(\S+)\s)");
  const std::regex criterion(R"(^criterion (\S+) )");
  std::istringstream lines(text_of(path()));
  std::smatch match;
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_search(line, match, criterion)) times.try_emplace(last = match[1], 0);
    if (line.starts_with("  need        under development")) times.erase(last);
    if (std::regex_search(line, match, expectation)) ++times[match[1]];
  }
  times.erase("eligible");  // of the plan as a whole
  times.erase("claim");
  for (const auto& [ref, count] : times) EXPECT_GE(count, 2) << ref;
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
