#include "author/lint_plan.h"

#include <gtest/gtest.h>

#include "author/lint_diagnostics.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

std::string names(const Diagnostics& found) {
  std::vector<std::string> kinds;
  for (const auto& one : found.list()) kinds.emplace_back(one.kind->name);
  return join(kinds, " ");
}

Diagnostics lint(const std::string& document, const std::optional<Supply>& supply = {}) {
  const auto loaded = load_text(document);
  EXPECT_NE(loaded.plan, nullptr) << to_text(loaded.diagnostics);
  return loaded.plan ? lint_plan(*loaded.plan, supply) : Diagnostics{};
}

std::string need(const std::string& rule, const std::string& rest = "") {
  return names(lint(plan_around(criterion_with(rule, "undefined"), rest)));
}

std::string outcome(const std::string& entry, const std::string& rule,
                    const std::string& sustain = "in window") {
  return names(lint(plan_around(criterion_with(entry, rule) + "  sustain " + sustain + "\n")));
}

// ---- criteria nobody can meet ------------------------------------------------------------------

TEST(LintNever, CountsThatLeaveNoRoom) {
  EXPECT_EQ(need("any child: count of arrest in last 6 months >= 2 and no arrest in last 6 months"),
            "NeverNeed");
  EXPECT_EQ(need("any child: had arrest in last 6 months and no arrest in last 1 year"),
            "NeverNeed");
  EXPECT_EQ(need("any child: had arrest in last 6 weeks and no arrest in last 3 months"),
            "NeverNeed");
  EXPECT_EQ(need("any child: count of arrest in last 6 months >= 3 and "
                 "at most 2 offence or arrest in last 6 months"),
            "NeverNeed");
}

TEST(LintNever, CountsThatMayDiffer) {
  EXPECT_EQ(need("any child: had arrest in last 12 months and no arrest in last 6 months"), "");
  EXPECT_EQ(need("any child: had arrest in last 12 months and no offence in last 12 months"), "");
  EXPECT_EQ(need("any child: had arrest in last 1 term and no arrest in last 6 months"), "");
  EXPECT_EQ(need("any child: had arrest in last 13 weeks and no arrest in last 3 months"), "");
  EXPECT_EQ(need("any child: had offence in last 1 month and "
                 "no offence where proven = yes in last 1 month"),
            "");
}

TEST(LintNever, ThresholdsOfOneNumber) {
  EXPECT_EQ(need("any child: attendance in last 1 term < 90% and attendance in last 1 term >= 95%"),
            "NeverNeed");
  EXPECT_EQ(
      need("any child: attendance in last 1 term < 90% and attendance in last 2 terms >= 95%"), "");
  EXPECT_EQ(
      need("any child: attendance in last 1 term >= 90% and attendance in last 1 term <= 90%"), "");
  EXPECT_EQ(need("any member: latest level of neet_risk in last 6 months = red and "
                 "latest level of neet_risk in last 6 months = green"),
            "NeverNeed");
}

TEST(LintNever, TheSamePersonAndNotTheFamily) {
  EXPECT_EQ(need("(any child: had arrest in last 6 months) and "
                 "(any child: no arrest in last 6 months)"),
            "");
  EXPECT_EQ(need("(any child: had arrest in last 6 months) and "
                 "(every member: no arrest in last 6 months)"),
            "NeverNeed");
  EXPECT_EQ(need("(any child: had arrest in last 6 months) and "
                 "(no child: had arrest in last 9 months)"),
            "NeverNeed");
  EXPECT_EQ(need("(any child: had arrest in last 6 months) and "
                 "(every adult: no arrest in last 6 months)"),
            "");
}

TEST(LintNever, AgesNobodyHas) {
  EXPECT_EQ(need("any adult aged 140 to 150: had arrest"), "NeverNeed");
  EXPECT_EQ(need("any child aged 5 to 10: age > 10 and had arrest"), "NeverNeed");
  EXPECT_EQ(need("any child: age >= 18"), "NeverNeed");
  EXPECT_EQ(need("any child aged 5 to 10: age > 9 and had arrest"), "");
  EXPECT_EQ(need("any dependent child: age >= 18"), "");
}

TEST(LintNever, TestsNoRecordPasses) {
  EXPECT_EQ(
      need("any child: on neet_risk where level != red and level != amber and level != green"),
      "NeverNeed");
  EXPECT_EQ(need("any child: had suspension where days > 10 and days < 5"), "NeverNeed");
  EXPECT_EQ(need("any child: had offence where category != theft and category != violence and "
                 "category != other"),
            "")
      << "the list is open";
  EXPECT_EQ(need("any child: had suspension where days > 10 and days < 5 or arrest"), "")
      << "but an arrest";
}

TEST(LintNever, EveryWayHasToBeClosed) {
  const std::string never = "(on cin_plan and not on cin_plan)";
  EXPECT_EQ(need("any child: " + never), "NeverNeed");
  EXPECT_EQ(need("any child: " + never + " or had arrest"), "");
  EXPECT_EQ(need("any child: not (had arrest or not had arrest)"), "NeverNeed");
  EXPECT_EQ(need("any child: if had arrest then no arrest else had arrest"), "NeverNeed");
  EXPECT_EQ(need("any child: if had arrest then no offence else had arrest"), "");
  EXPECT_EQ(need("any child: " + never + " for 2 of last 5 weeks"), "NeverNeed");
}

TEST(LintNever, NobodyIsNoHindrance) {
  EXPECT_EQ(need("(any adult: had arrest) and (every child: on cin_plan and not on cin_plan)"), "");
  EXPECT_EQ(need("every child: on cin_plan and not on cin_plan"), "NeverNeed");
  EXPECT_EQ(need("no child: had arrest and not had arrest"), "");
}

TEST(LintNever, ParametersByTheirWholeRange) {
  const std::string steps =
      "parameter low\n  from 2024-01-01 is 80%\n  from 2025-01-01 is 90%\n"
      "parameter high\n  from 2024-01-01 is 85%\n  from 2025-01-01 is 95%\n";
  const std::string rule =
      "any child: attendance in last 1 term < low and attendance in last 1 term > ";
  EXPECT_EQ(need(rule + "high", steps), "") << "one may change before the other";
  EXPECT_EQ(need(rule + "95%", steps), "NeverNeed");
}

TEST(LintNever, AnOutcomeAgainstItsNeed) {
  const std::string entry = "any child: had arrest in last 12 months";
  EXPECT_EQ(outcome(entry, "each person in need: no arrest"), "NeverAchieved");
  EXPECT_EQ(outcome(entry, "any person in need: no arrest"), "NeverAchieved");
  EXPECT_EQ(outcome(entry, "(any person in need: no arrest) and (any adult: on cin_plan)"), "")
      << "nobody in need may be left";
  EXPECT_EQ(outcome(entry, "each person in need: no arrest in 12 months before need"),
            "NeverAchieved");
  EXPECT_EQ(outcome(entry, "each person in need: no arrest in last 12 months"), "");
  EXPECT_EQ(outcome(entry + " or (any adult: had offence)", "each person in need: no arrest"), "");
  EXPECT_EQ(outcome("any child aged 10 to 15: had arrest", "each person in need: age < 10"),
            "NeverAchieved");
  EXPECT_EQ(outcome("any child aged 10 to 15: had arrest", "each person in need: age > 18"), "");
}

TEST(LintNever, NamesTheNarrowestPlaceAndWhatIsAgainstIt) {
  const auto found = lint(plan_around(criterion_with(
      "any child: had arrest in last 6 months and no arrest in last 1 year", "undefined")));
  ASSERT_EQ(found.list().size(), 1u);
  const auto text = to_text(found.list().front());
  EXPECT_NE(text.find("`no arrest in last 1 year` is ruled out by "), std::string::npos) << text;
  EXPECT_EQ(found.list().front().place.column, 51);
  ASSERT_EQ(found.list().front().labels.size(), 1u);
  EXPECT_FALSE(found.list().front().hint.empty());
}

TEST(LintNever, GivesUpOnRulesWithTooManyWays) {
  std::string rule = "any child: on cin_plan and not on cin_plan";
  for (int i = 0; i < 12; ++i) {
    rule += fmt::format(" and (had arrest in last {} days or had offence)", i + 1);
  }
  EXPECT_EQ(need(rule), "");
}

// ---- the other findings ------------------------------------------------------------------------

TEST(LintSustain, ComparesWithTheWindowThatMoves) {
  const std::string entry = "any child: had arrest";
  const std::string clear = "each person in need: no arrest in last 6 months";
  EXPECT_EQ(outcome(entry, clear, "1 month"), "SustainShorter");
  EXPECT_EQ(outcome(entry, clear, "20 weeks"), "SustainShorter");
  EXPECT_EQ(outcome(entry, clear, "1 month after closure"), "SustainShorter");
  EXPECT_EQ(outcome(entry, clear, "6 months"), "");
  EXPECT_EQ(outcome(entry, clear, "26 weeks"), "") << "may be a little less, and may be more";
  EXPECT_EQ(outcome(entry, clear, "in window"), "");
  EXPECT_EQ(outcome(entry, "each person in need: no arrest since need", "1 month"), "");
  EXPECT_EQ(outcome(entry, "each person in need: no arrest in 6 months before closure", "1 month"),
            "");
  EXPECT_EQ(outcome(entry, "each person in need: on employment for 13 weeks", "1 month"),
            "SustainShorter");
  EXPECT_EQ(outcome(entry, "each person in need: attendance in last 2 terms >= 90%", "1 term"),
            "SustainShorter");
}

std::string two(const std::string& first, const std::string& second) {
  return names(
      lint(plan_around("criterion 1 \"One\"\n" + first + "criterion 2 \"Two\"\n" + second)));
}

std::string rules(const std::string& entry, const std::string& aim = "undefined") {
  return "  need " + entry + "\n  outcome " + aim + "\n";
}

TEST(LintTwins, MeanTheSameInOtherWords) {
  EXPECT_EQ(two(rules("any child: had arrest and on cin_plan"),
                rules("any child: on cin_plan and (count of arrest > 0 and on cin_plan)")),
            "SameCriterion");
  EXPECT_EQ(two(rules("any child: had offence where proven = yes and category in (theft, other)"),
                rules("any child: had offence where category in (other, theft) and proven = yes")),
            "SameCriterion");
  EXPECT_EQ(two(rules("not (any child: had arrest)"), rules("no child: had arrest")),
            "SameCriterion");
  EXPECT_EQ(two(rules("any child: had arrest in last 12 months", "any child: on cin_plan"),
                rules("any child: had arrest in last 12 months", "any adult: on cin_plan")),
            "SameEntry");
}

TEST(LintTwins, TellApartWhatDiffers) {
  EXPECT_EQ(two(rules("any child: had arrest"), rules("any member: had arrest")), "");
  EXPECT_EQ(two(rules("any child: had arrest"), rules("family: had arrest")), "");
  EXPECT_EQ(two(rules("any child: had arrest in last 6 months"),
                rules("any child: had arrest in last 7 months")),
            "");
  EXPECT_EQ(two(rules("at least 2 of\n    - had arrest\n    - had arrest\n    - on cin_plan"),
                rules("at least 2 of\n    - had arrest\n    - on cin_plan")),
            "");
  EXPECT_EQ(two(rules("any child: statement improved by self"),
                rules("any child: statement improved by self")),
            "")
      << "each is about its own need";
}

TEST(LintSupply, SaysWhatNoFeedBrings) {
  const auto plan = plan_around(criterion_with("any child: had arrest or had offence",
                                               "any child: attendance in last 1 term > 90%") +
                                "  source police, schol_census\n");
  const Supply supply{{"school_census"}, {"arrest"}};
  const auto found = lint(plan, supply);
  EXPECT_EQ(names(found), "UnsuppliedRecords UnsuppliedRecords UnsuppliedSource UnsuppliedSource");
  EXPECT_EQ(names(lint(plan)), "") << "nothing is known of feeds";
  EXPECT_EQ(found.list().back().hint, "did you mean `school_census`?");
  EXPECT_EQ(
      names(lint(plan, Supply{{"police", "schol_census"}, {"arrest", "offence", "school_term"}})),
      "");
}

TEST(Lint, IsOrderedByPlaceAndOnlyWarns) {
  const auto found = lint(
      plan_around(criterion_with("any child: age >= 18", "undefined") + "criterion 2 \"Two\"\n" +
                  rules("any child: age >= 18") + "  source police\n"),
      Supply{});
  EXPECT_EQ(names(found), "NeverNeed SameCriterion NeverNeed UnsuppliedSource");
  EXPECT_FALSE(found.has_errors());
  for (const auto& one : found.list()) EXPECT_FALSE(one.hint.empty()) << one.message;
}

}  // namespace
}  // namespace hearth
