#include <gtest/gtest.h>

#include "language/plan_under_test.h"

namespace hearth {
namespace {

std::string mistakes_of(const std::string& condition) {
  return mistakes(with_outcome("any member: " + condition));
}

const Change& change_in(const Plan& plan) {
  for (const auto& condition : plan.conditions) {
    if (const auto* change = std::get_if<Change>(&condition.node)) return *change;
  }
  static const Change kNone{};
  return kNone;
}

TEST(CheckChange, AmountsAreFractionsOrTheNumbersOwnUnit) {
  const auto amount = [](const char* condition) {
    const auto loaded = load_text(with_outcome(std::string("any member: ") + condition));
    return loaded.plan ? change_in(*loaded.plan).amount : -1;
  };
  EXPECT_DOUBLE_EQ(amount("count of offence in last 6 months is down 33% on 6 months before that"),
                   0.33);
  EXPECT_DOUBLE_EQ(amount("attendance in last 2 terms is up 40 points on 2 terms before that"),
                   0.4);
  EXPECT_DOUBLE_EQ(amount("latest value of score is up 3 points on 6 months before need"), 3);
}

TEST(CheckChange, TheEarlierNumberIsTheLaterWithAnotherWindow) {
  const auto loaded =
      load_text(with_outcome("any member: count of offence in last 6 months is down 50% on half of "
                             "12 months before need"));
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto& change = change_in(*loaded.plan);
  const auto& earlier = std::get<Count>((*loaded.plan)[change.earlier].node);
  EXPECT_EQ(change.scale, 0.5);
  EXPECT_EQ(earlier.window.anchor, Anchor::Need);
  EXPECT_EQ(earlier.window.period, (Period{12, Unit::Month}));
  EXPECT_EQ(earlier.records.picks.size(), 1u);
}

TEST(CheckChange, WhatHasNoWindowDoesNotChange) {
  EXPECT_EQ(mistakes_of("age is lower than in last 6 months"), "NothingToChange");
  EXPECT_EQ(mistakes_of("5 is lower than in last 6 months"), "NothingToChange");
  const auto parameter = "parameter floor\n  from 2024-01-01 is 5\n";
  EXPECT_EQ(mistakes(with_outcome("any member: floor is lower than in last 6 months", parameter)),
            "NothingToChange");
}

TEST(CheckChange, ACountNeedsAWindowToBeComparedIn) {
  EXPECT_EQ(mistakes_of("count of offence is down 50% on 6 months before need"), "NoWindow");
  EXPECT_EQ(mistakes_of("latest value of score is lower than in 6 months before that"), "NoWindow");
  EXPECT_EQ(mistakes_of("latest value of score is lower than in 6 months before need"), "");
}

TEST(CheckChange, PointsAreForPercentagesAndScores) {
  EXPECT_EQ(mistakes_of("count of offence in last 6 months is up 3 points on 6 months before need"),
            "PointsOfOther");
}

TEST(CheckChange, CodesAndDatesDoNotGoUpOrDown) {
  EXPECT_EQ(mistakes_of("latest level of neet_risk is lower than in 6 months before need"),
            "ChangeOfFixed");
  EXPECT_EQ(mistakes_of("latest due of pregnancy is higher than in 6 months before need"),
            "ChangeOfFixed");
}

TEST(CheckChange, OnlyAScoreImproves) {
  EXPECT_EQ(mistakes_of("latest amount of debt improves since need"), "ImprovesOther");
  EXPECT_EQ(mistakes_of("count of offence improves since need"), "ImprovesOther");
  EXPECT_EQ(mistakes_of("latest value of score in last 6 months improves since need"),
            "ImprovesOther");
}

TEST(CheckChange, MoreThanAllCannotGo) {
  EXPECT_EQ(mistakes_of("count of offence in last 6 months is down 120% on 6 months before need"),
            "NeverHolds");
}

}  // namespace
}  // namespace hearth
