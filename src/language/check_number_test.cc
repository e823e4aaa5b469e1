#include <gtest/gtest.h>

#include "language/plan_under_test.h"

namespace hearth {
namespace {

std::string mistakes_of(const std::string& condition) {
  return mistakes(with_need("any member: " + condition));
}

std::string hint_of(const std::string& condition) {
  return first_hint(with_need("any member: " + condition));
}

TEST(CheckNumber, UnlikeQuantitiesAreNotCompared) {
  EXPECT_EQ(mistakes_of("attendance in last 2 terms < 90"), "UnlikeNumbers");
  EXPECT_EQ(mistakes_of("count of offence in last 6 months >= 90%"), "UnlikeNumbers");
  EXPECT_EQ(mistakes_of("latest amount of debt > 500"), "UnlikeNumbers");
  EXPECT_EQ(mistakes_of("latest amount of debt > 2024-01-01"), "UnlikeNumbers");
  EXPECT_EQ(mistakes_of("age > £16"), "UnlikeNumbers");
  EXPECT_EQ(mistakes_of("count of offence in last 6 months > days of suspension in last 6 months"),
            "UnlikeNumbers");
  EXPECT_EQ(mistakes_of("days of suspension in last 6 months > hours of employment"),
            "UnlikeNumbers");
  EXPECT_EQ(mistakes_of("latest value of score where instrument = sdq > age"), "UnlikeNumbers");
}

TEST(CheckNumber, TheHintHasTheSignThatWasForgotten) {
  EXPECT_EQ(hint_of("attendance in last 2 terms < 90"), "did you mean `90%`?");
  EXPECT_EQ(hint_of("count of offence in last 6 months >= 3%"), "did you mean `3`?");
  EXPECT_EQ(hint_of("latest amount of debt > 500"), "did you mean `£500`?");
  EXPECT_EQ(hint_of("90 > attendance in last 2 terms"), "did you mean `90%`?");
}

TEST(CheckNumber, AMisspeltNameHasItsNearestWord) {
  EXPECT_EQ(mistakes_of("atendance in last 2 terms < 90%"), "UnknownMeasure");
  EXPECT_EQ(hint_of("atendance in last 2 terms < 90%"), "did you mean `attendance`?");
  EXPECT_EQ(mistakes_of("agee > 3"), "UnknownNumber");
  EXPECT_EQ(hint_of("agee > 3"), "did you mean `age`?");
  EXPECT_EQ(mistakes_of("latest level of neet_risk = redd"), "UnknownCode");
  EXPECT_EQ(hint_of("latest level of neet_risk = redd"), "did you mean `red`?");
  EXPECT_EQ(mistakes_of("latest levl of neet_risk = red"), "UnknownField");
}

TEST(CheckNumber, AMeasureNeedsAWindow) { EXPECT_EQ(mistakes_of("attendance < 90%"), "NoWindow"); }

TEST(CheckNumber, OnlyWhatLastsHasDays) {
  EXPECT_EQ(mistakes_of("days on offence in last 6 months > 3"), "DaysOnOneDay");
  EXPECT_EQ(mistakes_of("days on neet_risk in last 6 months > 3"), "DaysOnOneDay");
}

TEST(CheckNumber, OnlyNumbersAddUp) {
  EXPECT_EQ(mistakes_of("level of neet_risk in last 6 months = red"), "NotANumber");
  EXPECT_EQ(mistakes_of("value of score in last 6 months > 3"), "NotANumber");
  EXPECT_EQ(mistakes_of("amount of debt or score in last 6 months > £3"), "UnknownField");
  EXPECT_EQ(mistakes_of("latest note of employment = yes"), "TextTested");
}

TEST(CheckNumber, FieldsOfTheSameNameMayBeUnlike) {
  EXPECT_EQ(mistakes_of("latest kind of order or statement = licence"), "UnlikeFields");
}

TEST(CheckNumber, CodesAndFlagsHaveNoOrder) {
  EXPECT_EQ(mistakes_of("latest level of neet_risk > amber"), "NoOrder");
  EXPECT_EQ(mistakes_of("latest proven of offence < yes"), "NoOrder");
}

TEST(CheckNumber, AFamilyHasNoAge) {
  EXPECT_EQ(mistakes(with_need("age > 3")), "AgeOfNobody");
  EXPECT_EQ(mistakes(with_need("family: age > 3")), "AgeOfNobody");
}

TEST(CheckNumber, WhatCanNeverHoldOrAlwaysDoes) {
  EXPECT_EQ(mistakes_of("count of offence in last 6 months < 0"), "NeverHolds");
  EXPECT_EQ(mistakes_of("attendance in last 2 terms > 100%"), "NeverHolds");
  EXPECT_EQ(mistakes_of("absence in last 2 terms > 100%"), "NeverHolds");
  EXPECT_EQ(mistakes_of("age > 200"), "NeverHolds");
  EXPECT_EQ(mistakes_of("days on order in last 2 weeks > 14"), "NeverHolds");
  EXPECT_EQ(mistakes_of("latest value of score where instrument = sdq > 40"), "NeverHolds");
  EXPECT_EQ(mistakes_of("latest hours of employment > 168"), "NeverHolds");
  EXPECT_EQ(mistakes_of("0 > count of offence in last 6 months"), "NeverHolds");
  EXPECT_EQ(mistakes_of("count of offence in last 6 months >= 0"), "AlwaysHolds");
  EXPECT_EQ(mistakes_of("at least 0 offence"), "AlwaysHolds");
}

TEST(CheckNumber, APlanWithAWarningIsStillAPlan) {
  EXPECT_TRUE(load_text(with_need("any member: at least 0 offence")).plan);
}

}  // namespace
}  // namespace hearth
