#include "evaluate/claimable.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "evaluate/eligibility.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

// A plan of two headlines whose rules read records of one day each.
std::string plan_with(const std::string& head, const std::string& flags = "",
                      const std::string& clauses = "") {
  return "```plan\nuse \"catalogue.md\"\nplan t \"A plan for tests\"\n  in force 2000-01-01 "
         "onwards\n"
         "  sustain in window\n" +
         head +
         "headline 1 \"Crime\"\n"
         "criterion 1a \"An arrest\"" +
         flags +
         "\n"
         "  need any adult: had arrest in last 6 months\n"
         "  outcome any person in need: on employment\n" +
         clauses +
         "criterion 1b \"Under the same headline\"\n"
         "  need any adult: had offence in last 6 months\n"
         "  outcome no adult: had offence in last 3 months\n"
         "headline 2 \"Care\"\n"
         "criterion 2 \"A plan\"\n"
         "  need any child: on cin_plan\n"
         "  outcome no child: on cin_plan\n"
         "```\n";
}

std::string example(const std::string& records, const std::string& family = "") {
  return example_block(
      "A family\n  family F started 2024-01-01" + family +
      "\n  Ann parent born 1985-05-05 · Bob parent born 1984-04-04 elsewhere"
      " · Cat child born 2015-01-01\n  covered everything 2022-01-01 to 2024-12-31\n" +
      records + "  on 2024-01-01  1a none\n");
}

const Date kDay = date_of({2024, 5, 1});

// Of the example's family, on a day.
struct Asked {
  LoadedPlan loaded;
  Eligible eligible;
  Claimable claim;

  Asked(const std::string& plan, const std::string& example, Date on = kDay)
      : loaded(load_text(plan + example)) {
    if (!loaded.plan) throw std::runtime_error(to_text(loaded.diagnostics));
    const auto& facts = *loaded.plan->examples.front().facts;
    const Judge judge(*loaded.plan, facts);
    const auto courses = judge.courses(FamilyId(0));
    eligible = eligible_on(*loaded.plan, facts, FamilyId(0), courses, on);
    claim = claimable_on(judge, FamilyId(0), courses, on);
  }

  std::string refs(const std::vector<CriterionId>& criteria) const {
    std::vector<std::string> refs;
    for (const auto id : criteria) refs.push_back((*loaded.plan)[id].ref);
    return join(refs, " ");
  }
  // What the parts say that are not there: `1b: need; planned: no day is recorded`.
  std::string missing() const {
    std::vector<std::string> words;
    for (const auto& part : claim.parts) {
      if (part.truth == Truth::Yes || part.truth == Truth::NotApplicable) continue;
      const auto ref = part.criterion ? (*loaded.plan)[*part.criterion].ref + ": " : "";
      words.push_back(ref + part.words);
    }
    return join(words, "; ");
  }
};

const std::string kBobsNeeds = "  Bob arrest 2023-12-01\n  Bob offence 2023-12-02\n";
const std::string kTwoCriteria = "  eligible at least 2 criteria\n";

TEST(Eligible, CountsCriteriaOrHeadlines) {
  const auto family = example(kBobsNeeds);
  EXPECT_EQ(Asked(plan_with(kTwoCriteria), family).eligible.truth, Truth::Yes);
  const Asked by_headline(plan_with("  eligible at least 2 headlines\n"), family);
  EXPECT_EQ(by_headline.eligible.truth, Truth::No);
  EXPECT_EQ(by_headline.eligible.counted, 1);
  EXPECT_EQ(by_headline.refs(by_headline.eligible.needs), "1a 1b");
}

TEST(Eligible, AMemberWhoLivesElsewhereCountsOnce) {
  const auto plan = plan_with(kTwoCriteria + "  elsewhere counts once\n");
  EXPECT_EQ(Asked(plan, example(kBobsNeeds)).eligible.counted, 1);
  EXPECT_EQ(
      Asked(plan, example("  Ann arrest 2023-12-01\n  Ann offence 2023-12-02\n")).eligible.counted,
      2);
}

TEST(Eligible, ANeedOthersShareCountsByItself) {
  const auto plan = plan_with(kTwoCriteria + "  elsewhere counts once\n");
  EXPECT_EQ(Asked(plan, example(kBobsNeeds + "  Ann arrest 2023-12-01\n")).eligible.counted, 2);
}

TEST(Eligible, AHeadlineOfOthersIsNotCountedAgain) {
  const auto plan = plan_with("  eligible at least 2 headlines\n  elsewhere counts once\n");
  const auto family = example("  Bob arrest 2023-12-01\n  Ann offence 2023-12-02\n");
  EXPECT_EQ(Asked(plan, family).eligible.counted, 1);
}

TEST(Eligible, IsUnknownWhileWhatIsUndecidedCouldMakeItYes) {
  const auto family = example_block(
      "A family\n  family F started 2024-01-01\n  Ann parent born 1985-05-05\n"
      "  covered arrest 2022-01-01 to 2024-12-31\n  Ann arrest 2023-12-01\n"
      "  on 2024-01-01  1a need\n");
  const Asked asked(plan_with(kTwoCriteria), family);
  EXPECT_EQ(asked.eligible.truth, Truth::Unknown);
  EXPECT_EQ(asked.refs(asked.eligible.undecided), "1b");
}

TEST(Claimable, WhenEveryNeedIsAchieved) {
  const Asked asked(plan_with(""),
                    example("  Ann arrest 2023-12-01\n  Ann employment from 2024-02-01\n"));
  EXPECT_EQ(asked.claim.truth, Truth::Yes);
  EXPECT_EQ(asked.refs(asked.claim.counting), "1a");
  EXPECT_EQ(asked.missing(), "");
}

TEST(Claimable, NotWithANeedLeft) {
  const Asked asked(plan_with(""),
                    example("  Ann arrest 2023-12-01\n  Ann employment from 2024-02-01\n"
                            "  Ann offence 2024-03-01\n"));
  EXPECT_EQ(asked.claim.truth, Truth::No);
  EXPECT_EQ(asked.missing(), "1b: need");
}

TEST(Claimable, NotWithoutAnyNeed) {
  const Asked asked(plan_with(""), example(""));
  EXPECT_EQ(asked.claim.truth, Truth::No);
  EXPECT_EQ(asked.claim.counting.size(), 0u);
}

TEST(Claimable, NotBeforeTheFamilyStarted) {
  const Asked asked(plan_with(""), example("  Ann arrest 2023-12-01\n"), date_of({2023, 12, 31}));
  EXPECT_EQ(asked.claim.truth, Truth::No);
  EXPECT_TRUE(asked.claim.parts.empty());
}

TEST(Claimable, ANeedFoundLaterIsNotAskedOfEntryNeeds) {
  const auto family = example(
      "  Ann arrest 2023-12-01\n  Ann employment from 2024-02-01\n"
      "  Ann offence 2024-03-01\n");
  EXPECT_EQ(Asked(plan_with("  scope entry needs\n"), family).claim.truth, Truth::Yes);
}

TEST(Claimable, AMandatoryNeedCountsWheneverItWasFound) {
  const auto family = example("  Ann offence 2023-12-01\n  Ann arrest 2024-03-01\n");
  const Asked asked(plan_with("  scope entry needs\n", " mandatory"), family);
  EXPECT_EQ(asked.claim.truth, Truth::No);
  EXPECT_EQ(asked.missing(), "1a: need");
}

TEST(Claimable, AMandatoryOutcomeMustHoldWithoutANeed) {
  auto plan = plan_with("");
  const std::string headline = "headline 2 \"Care\"";
  plan.replace(plan.find(headline), headline.size(), headline + " mandatory");
  const std::string achieved = "  Ann arrest 2023-12-01\n  Ann employment from 2024-02-01\n";
  EXPECT_EQ(Asked(plan, example(achieved)).claim.truth, Truth::Yes);
  const Asked after_closure(
      plan, example(achieved + "  Cat cin_plan from 2024-04-01\n", " closed 2024-03-01"));
  EXPECT_EQ(after_closure.claim.truth, Truth::No);
  EXPECT_EQ(after_closure.missing(), "2: mandatory, and no need was found");
}

TEST(Claimable, AMandatoryOutcomeAboutNobodyAsksForNothing) {
  const auto plan = plan_with("", " mandatory");
  const auto family = example("  Ann offence 2023-12-01\n");
  EXPECT_EQ(Asked(plan, family).claim.truth, Truth::Yes);
}

TEST(Claimable, AsksForWhatThePlanRequires) {
  const auto plan = plan_with("  requires assessed, planned, lead practitioner\n");
  const Asked asked(plan, example("  Ann offence 2023-12-01\n", " assessed 2024-06-01"));
  EXPECT_EQ(asked.claim.truth, Truth::No);
  EXPECT_EQ(asked.missing(),
            "assessed on 2024-06-01; planned: no day is recorded; lead practitioner not named");
}

TEST(Claimable, OneThatStandsAloneCarriesItWithANeedLeft) {
  const auto family = example(
      "  Ann arrest 2023-12-01\n  Ann offence 2024-03-01\n"
      "  Ann employment from 2024-02-01\n");
  const Asked asked(plan_with("", " stands alone"), family);
  EXPECT_EQ(asked.claim.truth, Truth::Yes);
  EXPECT_EQ(asked.refs(asked.claim.alone), "1a");
}

TEST(Claimable, OnlyOnDaysOnWhichItsClauseHolds) {
  const auto plan = plan_with(
      "", " stands alone", "  alone any person in need: on employment for 13 weeks since need\n");
  const auto family = example(
      "  Ann arrest 2023-12-01\n  Ann offence 2024-03-01\n"
      "  Ann employment from 2024-02-01\n");
  EXPECT_EQ(Asked(plan, family, date_of({2024, 4, 30})).claim.truth, Truth::No);
  EXPECT_EQ(Asked(plan, family, date_of({2024, 5, 1})).claim.truth, Truth::Yes);
}

TEST(Claimable, StandingAloneIsNotBeingEligible) {
  const auto plan = plan_with("  eligible at least 2 headlines\n", " stands alone");
  const auto family = example(
      "  Ann arrest 2023-12-01\n  Ann offence 2024-03-01\n"
      "  Ann employment from 2024-02-01\n");
  const Asked asked(plan, family);
  EXPECT_EQ(asked.claim.truth, Truth::No);
  EXPECT_EQ(asked.missing(), "eligible: 1 headlines, at least 2 wanted; 1b: need");
}

TEST(Claimable, IsUnknownWhereTheDataCannotSay) {
  const auto family = example_block(
      "A family\n  family F started 2024-01-01\n  Ann parent born 1985-05-05\n"
      "  covered arrest, employment 2022-01-01 to 2024-12-31\n  Ann arrest 2023-12-01\n"
      "  Ann employment from 2024-02-01\n  on 2024-01-01  1a need\n");
  const Asked asked(plan_with(""), family);
  EXPECT_EQ(asked.claim.truth, Truth::Unknown);
  EXPECT_EQ(asked.missing(), "1b: whether there is a need is not known");
}

}  // namespace
}  // namespace hearth
