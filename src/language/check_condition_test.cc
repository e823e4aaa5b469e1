#include <gtest/gtest.h>

#include "language/plan_under_test.h"

namespace hearth {
namespace {

// Words that come out as they went in.
class SameWords : public testing::TestWithParam<const char*> {};

TEST_P(SameWords, ComeBackFromTheCheckedPlan) { EXPECT_EQ(outcome_words(GetParam()), GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Conditions, SameWords,
    testing::Values(
        "any child: had offence", "every child: attendance in last 2 terms >= 90%",
        "no adult: on cin_plan", "each person in need: no arrest in 6 months after need",
        "any dependent child aged 10 to 15: had suspension in last 6 months",
        "any parent who on order: no offence since start",
        "family: no offence or arrest in 1 month before closure",
        "any member: days of suspension in last 12 months < 5",
        "any member: days on cin_plan in last 30 days <= 10",
        "any member: latest level of neet_risk = red",
        "any member: latest amount of debt > latest income of debt",
        "any member: latest due of pregnancy < 2025-01-01",
        "any member: age >= 16 and on employment where hours >= 16.5",
        "any member: had offence where category in (violence, theft) and proven = yes",
        "any child: count of offence in last 6 months is down 33% on 6 months before that",
        "any child: attendance in last 2 terms is up 40 points on 2 terms before need",
        "any child: latest value of score where instrument = sdq improves since need",
        "any adult: on employment for 13 weeks", "any adult: on employment for 26 of last 30 weeks",
        "statement improved by practitioner or self signed since need",
        "statement approval by auditor", "any child: (had offence or had arrest) and on cin_plan",
        "any child: if on cin_plan then no offence else no arrest",
        "any person in need: on employment for 13 weeks since need",
        "no arrest for 6 months since closure", "any member: has role parent or expectant",
        "any adult: no offence since 2 months after end of employment",
        "any adult: had offence in 1 month before end of employment where hours >= 16",
        "any member who has role child: had offence in this term and last 2 terms",
        "family: days with arrest in last 6 months <= 2",
        "any parent: on pregnancy where due in next 3 months",
        "any parent: count of pregnancy where due in last 1 year >= 2"));

TEST(CheckCondition, PresenceAndAbsenceAreCounts) {
  EXPECT_EQ(outcome_words("any child: count of offence in last 6 months >= 1"),
            "any child: had offence in last 6 months");
  EXPECT_EQ(outcome_words("any child: at most 0 offence in last 6 months"),
            "any child: no offence in last 6 months");
  EXPECT_EQ(outcome_words("any child: at least 2 offence"), "any child: count of offence >= 2");
}

TEST(CheckCondition, ATestOfADateEndsBeforeAMeasureBegins) {
  EXPECT_EQ(outcome_words("any child: had offence where proven = yes "
                          "and attendance in last 2 terms >= 90%"),
            "any child: had offence where proven = yes and attendance in last 2 terms >= 90%");
  EXPECT_EQ(mistakes(with_outcome("any child: had offence where proven = yes "
                                  "and category in last 2 months")),
            "NotADate");
}

TEST(CheckCondition, HowFarOffADateIsHasNoPlaceInAChange) {
  const char* number = "any member: count of pregnancy where due in next 1 month in last 6 months";
  EXPECT_EQ(mistakes(with_outcome(std::string(number) + " is lower than in 6 months before need")),
            "DatedTest");
  EXPECT_EQ(
      mistakes(with_outcome("any member: on pregnancy where due in next 1 month or pregnancy")),
      "DatedTwice");
}

TEST(CheckCondition, NothingIsSinceANeedThatIsBeingDecided) {
  EXPECT_EQ(mistakes(with_need("any adult: on employment for 13 weeks since need")), "NeedInNeed");
  EXPECT_EQ(mistakes(with_need("any adult: on employment for 13 weeks since start")), "");
  EXPECT_EQ(mistakes(with_need("any person in need: on employment")), "NeedInNeed");
}

TEST(CheckCondition, ListsAndWordsMeanTheSame) {
  const auto list =
      outcome_words("any of\n    - any child: had offence\n    - any adult: on order");
  EXPECT_EQ(list, "any child: had offence or any adult: on order");
}

TEST(CheckCondition, ChildrenComeBeforeTheirParents) {
  const auto loaded = load_text(with_outcome("any child: not (on order and had offence)"));
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto& conditions = loaded.plan->conditions;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    if (const auto* negated = std::get_if<Not>(&conditions[i].node)) {
      EXPECT_LT(negated->part.index, i);
    }
    if (const auto* people = std::get_if<People>(&conditions[i].node)) {
      EXPECT_LT(people->body.index, i);
    }
  }
}

TEST(CheckCondition, ApprovalIsAStatementAboutThisNeed) {
  const auto loaded = load_text(with_outcome("approved by auditor"));
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto& compare = std::get<Compare>(loaded.plan->conditions.back().node);
  const auto& count = std::get<Count>((*loaded.plan)[compare.left].node);
  EXPECT_TRUE(count.records.about_this_need);
  EXPECT_EQ(loaded.plan->criteria[0].outcome_decided, Decided::Statement);
}

TEST(CheckCondition, NobodyIsOnAnEvent) {
  EXPECT_EQ(mistakes(with_need("any child: on offence")), "OnOneDay");
  EXPECT_EQ(mistakes(with_need("any child: on neet_risk where level = red")), "");
}

TEST(CheckCondition, AnEntryRuleCannotLookAtTheNeed) {
  EXPECT_EQ(mistakes(with_need("each person in need: had offence")), "NeedInNeed");
  EXPECT_EQ(mistakes(with_need("any child: had offence in 6 months before need")), "NeedInNeed");
  EXPECT_EQ(mistakes(with_need("any child: had offence since need")), "NeedInNeed");
  EXPECT_EQ(mistakes(with_need(
                "any child: latest value of score where instrument = sdq improves since need")),
            "NeedInNeed");
}

TEST(CheckCondition, WhatCanNeverHold) {
  EXPECT_EQ(mistakes(with_need("any child aged 20 to 10: had offence")), "NeverHolds");
  EXPECT_EQ(mistakes(with_need("any child aged 18 to 30: had offence")), "NeverHolds");
  EXPECT_EQ(mistakes(with_need("any dependent child aged 19 to 30: had offence")), "NeverHolds");
  EXPECT_EQ(mistakes(with_need("any adult aged 10 to 17: had offence")), "NeverHolds");
  EXPECT_EQ(mistakes(with_need("any adult: on employment for 30 of last 26 weeks")), "NeverHolds");
  EXPECT_EQ(mistakes(with_need(
                "at least 3 of\n    - any child: had offence\n    - any child: had arrest")),
            "NeverHolds");
}

TEST(CheckCondition, NoTimeAtAll) {
  EXPECT_EQ(mistakes(with_need("any child: had offence in last 0 months")), "EmptyPeriod");
  EXPECT_EQ(mistakes(with_need("any adult: on employment for 0 weeks")), "EmptyPeriod");
}

TEST(CheckCondition, LongerThanAnyLife) {
  EXPECT_EQ(mistakes(with_need("any child: had offence in last 201 years")), "PeriodTooLong");
  EXPECT_EQ(mistakes(with_need("any child: had offence in last 200 years")), "");
}

TEST(CheckCondition, OneMistakeIsReportedOnceAndNothingFollowsFromIt) {
  EXPECT_EQ(mistakes(with_need("any child: not (had ofence and on order) for 3 weeks")),
            "UnknownRecordType");
}

}  // namespace
}  // namespace hearth
