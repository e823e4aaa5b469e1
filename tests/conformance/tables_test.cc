// Every case of other projects' tables of logic, intervals and dates is asked of hearth or is left
// out for a reason that is printed (left_out.h). CONTRIBUTING.md repeats how many they are.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <regex>
#include <set>

#include "conformance/case_table.h"
#include "conformance/expression.h"
#include "conformance/left_out.h"

namespace hearth::conformance {
namespace {

struct Table {
  const char* name;
  int asked;
  int left_out;
};

constexpr Table kTables[] = {
    {"CqlLogicalOperatorsTest", 39, 0},
    {"CqlNullologicalOperatorsTest", 9, 13},
    {"CqlIntervalOperatorsTest", 166, 245},
    {"CqlDateTimeOperatorsTest", 62, 255},
};

const LeftOutByRule* rule_for(const Case& test) {
  static const auto kPatterns = [] {
    std::vector<std::regex> patterns;
    for (const auto& rule : kLeftOutByRule) patterns.emplace_back(rule.fits);
    return patterns;
  }();
  const auto found = std::ranges::find_if(kPatterns, [&](const std::regex& pattern) {
    return std::regex_search(test.expression, pattern);
  });
  return found == kPatterns.end() ? nullptr : &kLeftOutByRule[found - kPatterns.begin()];
}

const LeftOutByName* name_for(const Table& table, const Case& test) {
  const auto* found = std::ranges::find_if(kLeftOutByName, [&](const auto& left_out) {
    return left_out.table == table.name && left_out.name == test.name;
  });
  return found == std::end(kLeftOutByName) ? nullptr : found;
}

// What speaks against hearth's answer, or nothing. An expected error is never met: hearth has an
// answer to all that it understands.
std::string complaint(const Case& test) {
  const auto found = answer(test.expression);
  if (!found) return "is neither understood nor left out";
  if (!test.expected) return "should be refused, and is " + to_text(*found);
  const auto expected = answer(*test.expected);
  if (!expected) return "expects what is not understood";
  if (agree(*found, *expected)) return "";
  return "is " + to_text(*found) + " and should be " + to_text(*expected);
}

// A case is left out for one reason, and only while hearth cannot be asked or answers otherwise.
void expect_reason(const Case& test, const LeftOutByRule* rule, const LeftOutByName* name) {
  std::cout << "left out: " << test.name << ": " << (name ? name->because : rule->because) << "\n";
  EXPECT_FALSE(rule && name) << test.name << " is left out by a rule and by name";
  EXPECT_NE(complaint(test), "") << test.name << " is left out, and hearth agrees with it";
  EXPECT_EQ(answer(test.expression).has_value(), name != nullptr)
      << test.name << " is left out by a rule and understood, or by name and not understood";
}

class Conformance : public testing::TestWithParam<Table> {};

TEST_P(Conformance, EveryCaseIsAskedOrLeftOut) {
  const Table table = GetParam();
  const auto cases = read_cases(table.name);
  if (!cases) GTEST_SKIP() << table.name << ".xml is not here";
  int asked = 0, left_out = 0;
  for (const auto& test : *cases) {
    const auto* rule = rule_for(test);
    const auto* name = name_for(table, test);
    if (rule || name) {
      ++left_out;
      expect_reason(test, rule, name);
    } else {
      ++asked;
      EXPECT_EQ(complaint(test), "") << test.name << ": " << test.expression;
    }
  }
  std::cout << table.name << ": " << asked << " asked, " << left_out << " left out\n";
  EXPECT_EQ(asked, table.asked);
  EXPECT_EQ(left_out, table.left_out);
}

INSTANTIATE_TEST_SUITE_P(Tables, Conformance, testing::ValuesIn(kTables),
                         [](const auto& table) { return std::string(table.param.name); });

TEST(LeftOut, EveryRuleFitsACase) {
  std::set<const LeftOutByRule*> used;
  for (const auto& table : kTables) {
    const auto cases = read_cases(table.name);
    if (!cases) GTEST_SKIP() << table.name << ".xml is not here";
    for (const auto& test : *cases) used.insert(rule_for(test));
  }
  for (const auto& rule : kLeftOutByRule) EXPECT_TRUE(used.contains(&rule)) << rule.fits;
}

TEST(LeftOut, EveryNameIsOfOneCase) {
  for (const auto& each : kLeftOutByName) {
    const auto cases = read_cases(std::string(each.table));
    if (!cases) GTEST_SKIP() << each.table << ".xml is not here";
    EXPECT_EQ(std::ranges::count(*cases, each.name, &Case::name), 1) << each.name;
  }
}

}  // namespace
}  // namespace hearth::conformance
