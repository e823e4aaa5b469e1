// The reader of the test tables itself: that it can disagree, and that it does not guess.
#include <gtest/gtest.h>

#include "conformance/expression.h"

namespace hearth::conformance {
namespace {

bool agrees(std::string_view expression, std::string_view expected) {
  const auto found = answer(expression), wanted = answer(expected);
  EXPECT_TRUE(found && wanted) << expression << " or " << expected << " is not understood";
  return found && wanted && agree(*found, *wanted);
}

TEST(Expression, SaysWhatHearthSays) {
  EXPECT_TRUE(agrees("null and false", "false"));
  EXPECT_TRUE(agrees("DateTime(2023, 8, 31) - 6 months", "@2023-02-28T"));
  EXPECT_TRUE(agrees("Interval[1, 10] except Interval(3, 6)", "null"));
  EXPECT_TRUE(agrees("Interval[1, 10) union Interval[10, 12]", "Interval [ 1, 12 ]"));
  EXPECT_TRUE(agrees("days between Date(2024, 2) and Date(2024, 3, 1)", "Interval[1, 29]"));
}

TEST(Expression, DisagreesWithAWrongAnswer) {
  EXPECT_FALSE(agrees("null and false", "null"));
  EXPECT_FALSE(agrees("true", "null"));
  EXPECT_FALSE(agrees("DateTime(2023, 8, 31) - 6 months", "@2023-03-03T"));
  EXPECT_FALSE(agrees("Interval[1, 10] except Interval[4, 10]", "null"));
  EXPECT_FALSE(agrees("Interval[1, 10] union Interval[4, 15]", "Interval[1, 14]"));
  EXPECT_FALSE(agrees("Interval[1, 10]", "Interval(null, 10]"));
  EXPECT_FALSE(agrees("collapse { Interval[1, 2], Interval[4, 5] }", "{ Interval[1, 5] }"));
  EXPECT_FALSE(agrees("days between Date(2024, 2) and Date(2024, 3, 1)", "1"));
}

TEST(Expression, IsUnknownWhereADayMayBeEither) {
  EXPECT_TRUE(agrees("Date(2024, 2) before Date(2024, 2, 20)", "null"));
  EXPECT_TRUE(agrees("Date(2024, 2) before Date(2024, 3, 1)", "true"));
  EXPECT_TRUE(agrees("Interval[1, null) overlaps Interval[1, 1]", "true"));
  EXPECT_TRUE(agrees("Interval[1, null) overlaps Interval[2, 2]", "null"));
  EXPECT_TRUE(agrees("Interval[1, null] overlaps Interval[2, 2]", "true"));
}

TEST(Expression, GuessesNothing) {
  for (const auto* text : {"",
                           "true and",
                           "true true",
                           "maybe",
                           "Interval[1, 10",
                           "Interval[1.0, 10.0]",
                           "@2024-01-01T10:00",
                           "DateTime(2024, 1, 1, 10)",
                           "DateTime(2023, 2, 29)",
                           "@2024-13",
                           "Date(2024) + 5 hours",
                           "null + 1 day",
                           "1 'g'",
                           "true before 5",
                           "not 5",
                           "{ 1, 2",
                           "days between 5 and 1",
                           "collapse 5",
                           "(true",
                           "5 same year as 5"}) {
    EXPECT_FALSE(answer(text)) << text;
  }
}

}  // namespace
}  // namespace hearth::conformance
