#include <gtest/gtest.h>

#include "language/plan_under_test.h"

namespace hearth {
namespace {

const char* const kCriterion =
    "criterion 1a \"First\"\n  need any member: had arrest\n  outcome any member: no arrest\n";

TEST(CheckPlan, ReadsTheHeadAndTheClauses) {
  const auto loaded = load_text(block(R"(use "catalogue.md"
plan t "A plan"
  in force 2024-01-01 to 2024-12-31
  terms 6 a year
  sustain 6 months after closure
  eligible at least 1 headlines
  scope entry needs
headline 1 "One" mandatory
criterion 1a "First" starred, stands alone
  need under development
  outcome undefined
  source school_census, police
  cites "Plan, 1a"
  reading "Read so"
criterion 1b "Second"
  need any member: had arrest
  outcome any member: no arrest in last 6 months
  supporting any member: on order
  sustain in window
)"));
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  EXPECT_EQ(to_text(*loaded.plan), R"(plan t "A plan"
  in force    2024-01-01 to 2024-12-31
  terms       6 a year
  sustain     6 months after closure
  eligible    at least 1 headlines
  scope       entry needs

headline 1 "One" [mandatory]

criterion 1a "First" [starred, stands alone, under development]
  need        under development
  outcome     undefined  # undefined
  sustain     6 months after closure
  source      school_census, police
  cites       "Plan, 1a"
  reading     "Read so"

criterion 1b "Second"
  need        any member: had arrest  # rule
  outcome     any member: no arrest in last 6 months  # rule
  supporting  any member: on order
  sustain     in window
)");
}

TEST(CheckPlan, ADocumentHoldsOnePlan) {
  EXPECT_EQ(mistakes(block("use \"catalogue.md\"\n")), "NoPlan");
  EXPECT_EQ(mistakes(block(std::string(plan_head()) + kCriterion +
                           "plan u \"Another\"\n  in force 2024-01-01 onwards\n")),
            "TwoPlans");
  EXPECT_EQ(mistakes(block("use \"catalogue.md\"\nplan t \"T\"\n  in force 2024-01-01 onwards\n")),
            "NoCriteria");
}

TEST(CheckPlan, APlanIsInForceOnSomeDay) {
  EXPECT_EQ(
      mistakes(block("use \"catalogue.md\"\nplan t \"T\"\n  in force 2024-12-31 to 2024-01-01\n"
                     "headline 1 \"One\"\n" +
                     std::string(kCriterion))),
      "NeverInForce");
}

TEST(CheckPlan, NobodyMeetsMoreCriteriaThanThereAre) {
  EXPECT_EQ(mistakes(block("use \"catalogue.md\"\nplan t \"T\"\n  in force 2024-01-01 onwards\n"
                           "  eligible at least 3 criteria\nheadline 1 \"One\"\n" +
                           std::string(kCriterion))),
            "NeverEligible");
}

TEST(CheckPlan, ACriterionStandsUnderAHeadlineWithARefOfItsOwn) {
  EXPECT_EQ(mistakes(block("use \"catalogue.md\"\nplan t \"T\"\n  in force 2024-01-01 onwards\n" +
                           std::string(kCriterion))),
            "NoHeadline");
  EXPECT_EQ(mistakes(plan_around(std::string(kCriterion) + kCriterion)), "DuplicateRef");
  EXPECT_EQ(mistakes(plan_around(std::string(kCriterion) + "headline 1 \"Again\"\n")),
            "DuplicateName");
}

TEST(CheckPlan, ParametersAreInOrderAndOfOneKind) {
  const auto with = [](const std::string& lines) {
    return mistakes(plan_around(kCriterion, "parameter p\n" + lines));
  };
  EXPECT_EQ(with("  from 2020-01-01 is 5\n  from 2025-01-01 is 6\n"), "");
  EXPECT_EQ(with("  from 2020-06-01 is 5\n  from 2020-01-01 is 6\n"), "ParameterOutOfOrder");
  EXPECT_EQ(with("  from 2020-01-01 is 5\n  from 2025-01-01 is 6%\n"), "ParameterMixed");
  EXPECT_EQ(with("  from 2020-01-01 is high\n"), "ParameterValue");
  EXPECT_EQ(with("  from 2020-01-01 is 5\nparameter p\n  from 2020-01-01 is 5\n"), "DuplicateName");
  EXPECT_EQ(with("  from 2020-01-01 is 5\nparameter attendance\n  from 2020-01-01 is 5\n"),
            "DuplicateName");
}

TEST(CheckPlan, AParameterIsANumberOfItsOwnKind) {
  const auto parameter = "parameter floor\n  from 2024-01-01 is 90%\n";
  EXPECT_EQ(outcome_words("any child: attendance in last 2 terms >= floor", parameter),
            "any child: attendance in last 2 terms >= floor");
  EXPECT_EQ(
      mistakes(with_outcome("any child: count of arrest in last 2 months >= floor", parameter)),
      "UnlikeNumbers");
}

TEST(CheckPlan, TwentyMistakesAreTwentyDiagnostics) {
  const auto loaded = load_text(block(R"(use "catalogue.md"
plan t "T"
  in force 2025-01-01 to 2024-01-01
  eligible at least 1 criteria
criterion 0a "No headline"
  need any child: had ofence
  outcome any child: no arrest
headline 1 "One"
criterion 1a "First"
  need any child: attendance in last 2 terms < 90
  outcome any child: atendance in last 2 terms >= 90%
criterion 1a "Second"
  need any child aged 18 to 30: had offence where provn = yes
  outcome each person in need: on offence
criterion 1b "Third"
  need each person in need: on order where kind = licnce
  outcome any adult: days on arrest in last 6 months < 3
criterion 1c "Fourth"
  need age > 10 or any child: count of offence in last 6 months < 0
  outcome any child: count of arrest in last 6 months is up 3 points on 6 months before that
criterion 1d "Fifth"
  need any child: badd(3)
  outcome statement improvd by self
define few (n)
  means count of offence in last 6 months < n
define loop
  means not loop
parameter p
  from 2025-01-01 is 5
  from 2024-01-01 is 6
criterion 1e "Sixth"
  need any child: few
  outcome any child: latest amount of debt improves since need
)"));
  EXPECT_FALSE(loaded.plan);
  EXPECT_EQ(kinds(loaded),
            "NeverInForce NoHeadline UnknownRecordType UnlikeNumbers UnknownMeasure DuplicateRef "
            "NeverHolds UnknownField OnOneDay NeedInNeed UnknownCode DaysOnOneDay AgeOfNobody "
            "NeverHolds PointsOfOther UnknownDefinition UnknownCode DefinedByItself "
            "ParameterOutOfOrder ArgumentCount ImprovesOther")
      << to_text(loaded.diagnostics);
}

}  // namespace
}  // namespace hearth
