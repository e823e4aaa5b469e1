#include "author/plan_differences.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "author/two_plans.h"
#include "language/format_document.h"

namespace hearth {
namespace {

constexpr const char* kNothing = "nothing changed: 3 criteria mean the same\n";

std::string changed(const std::string& before, const std::string& after) {
  return told(some_plan(), with(before, after));
}

TEST(PlanDifferences, a_plan_and_itself_are_the_same) {
  EXPECT_EQ(told(some_plan(), some_plan()), kNothing);
}

TEST(PlanDifferences, layout_comments_prose_and_examples_are_none) {
  auto text = with("Prose.", "Other prose, and more of it.");
  text = with("any child: attendance in last 2 terms < limit",
              "any child:\n                attendance in last 2 terms < limit   # a comment", text);
  text +=
      "```example\nA new one\n  family F started 2024-01-01\n  Ben child born 2012-03-01\n"
      "  covered everything 2023-01-01 to 2024-12-31\n  on 2024-02-01 1.2 none\n```\n";
  EXPECT_EQ(told(some_plan(), text), kNothing);
  const auto source = std::make_shared<const Source>("plan.md", text);
  EXPECT_EQ(told(some_plan(), format_document(source)), kNothing);
}

TEST(PlanDifferences, other_words_for_the_same_are_none) {
  EXPECT_EQ(changed("any child: had suspension in last 6 months",
                    "any child: count of suspension in last 6 months > 0"),
            kNothing);
  EXPECT_EQ(changed("attendance in last 2 terms >= 90% and no suspension in last 6 months",
                    "no suspension in last 6 months and attendance in last 2 terms >= 90%"),
            kNothing);
  EXPECT_EQ(changed("quiet(debt) and", "no concern where topic = debt in last 1 month and"),
            kNothing);
}

TEST(PlanDifferences, a_threshold_is_pinned_down) {
  EXPECT_EQ(changed("terms >= 90% and", "terms >= 85% and"),
            "1.1: Attendance is low\n"
            "  outcome: every child: attendance in last 2 terms: from >= 90% to >= 85%\n");
}

TEST(PlanDifferences, a_window_is_pinned_down) {
  EXPECT_EQ(changed("no suspension in last 3 months", "no suspension in last 9 months"),
            "1.2: Suspended\n"
            "  outcome: each person in need: no suspension: from in last 3 months to in last 9 "
            "months\n");
}

TEST(PlanDifferences, how_much_less_is_pinned_down) {
  EXPECT_EQ(changed("is down 33% on 6 months", "is down 50% on 6 months"),
            "1.2: Suspended\n"
            "  outcome: each person in need: days of suspension in last 6 months: from is down 33% "
            "on 6 months before need to is down 50% on 6 months before need\n");
}

TEST(PlanDifferences, who_is_asked_is_pinned_down) {
  EXPECT_EQ(changed("every child: attendance", "any child: attendance"),
            "1.1: Attendance is low\n"
            "  outcome: was `every child`, now `any child`\n");
  EXPECT_EQ(changed("any child: had suspension", "any child aged 5 to 16: had suspension"),
            "1.2: Suspended\n"
            "  need: was `any child`, now `any child aged 5 to 16`\n");
}

TEST(PlanDifferences, a_part_that_came_or_went_is_named) {
  EXPECT_EQ(changed(" and no suspension in last 6 months", ""),
            "1.1: Attendance is low\n"
            "  outcome: every child: no longer `no suspension in last 6 months`\n");
  EXPECT_EQ(changed("in last 6 months or on debt where",
                    "in last 6 months or had arrest in last 1 year or on debt where"),
            "2.1: Debt is a worry\n"
            "  need: any adult: or now `had arrest in last 1 year`\n");
  EXPECT_EQ(changed("on debt where amount > £500", "had arrest"),
            "2.1: Debt is a worry\n"
            "  need: any adult: was `on debt where amount > £500`, now `had arrest`\n");
  EXPECT_EQ(changed("quiet(debt) and", "quiet(debt) and no arrest in last 1 month and"),
            "2.1: Debt is a worry\n"
            "  outcome: each person in need: now also `no arrest in last 1 month`\n");
}

TEST(PlanDifferences, a_parameter_changes_what_leans_on_it) {
  EXPECT_EQ(changed("from 2025-01-01 is 92%", "from 2025-01-01 is 95%"),
            "parameter limit, used by 1.1\n"
            "  from 2025-01-01: was 92%, now 95%\n"
            "1.1: Attendance is low\n"
            "  need: the same words mean something else (through parameter limit)\n");
}

TEST(PlanDifferences, a_definition_changes_what_uses_it) {
  EXPECT_EQ(
      changed("topic = worry in last 1 month", "topic = worry in last 2 months"),
      "definition quiet, used by 2.1\n"
      "  means: was `no concern where topic = worry in last 1 month`, now `no concern where "
      "topic = worry in last 2 months`\n"
      "2.1: Debt is a worry\n"
      "  outcome: each person in need: no concern where topic = debt: from in last 1 month to "
      "in last 2 months (through definition quiet)\n");
}

TEST(PlanDifferences, a_measure_changes_what_counts_by_it) {
  auto catalogue = test_catalogue();
  const std::string formula = "(possible - authorised - unauthorised)";
  catalogue.replace(catalogue.find(formula), formula.size(), "(possible - unauthorised)");
  const auto newer = load({{"catalogue.md", catalogue}, {"plan.md", some_plan()}}, "plan.md");
  const auto found = plan_differences(loaded(some_plan()), newer);
  ASSERT_EQ(found.list.size(), 2);
  EXPECT_EQ(found.list[0].part, PlanPart::Measure);
  EXPECT_EQ(found.list[0].used_by, std::vector<std::string>{"1.1"});
  EXPECT_EQ(found.list[1].name, "1.1");
  EXPECT_EQ(found.list[1].clauses.size(), 2);  // entry and outcome alike
}

TEST(PlanDifferences, the_plans_own_rules) {
  EXPECT_EQ(changed("2024-01-01 onwards", "2024-01-01 to 2026-03-31"),
            "plan t\n  in force: was 2024-01-01 onwards, now 2024-01-01 to 2026-03-31\n");
  EXPECT_EQ(changed("at least 2 criteria", "at least 1 headlines"),
            "plan t\n  eligible: was at least 2 criteria, now at least 1 headlines\n");
  EXPECT_EQ(changed("  claim       every need achieved\n", ""),
            "plan t\n  claim: no longer every need achieved\n");
  EXPECT_EQ(changed("  claim ", "  scope       entry needs\n  claim "),
            "plan t\n  scope: was all needs, now entry needs\n");
  EXPECT_EQ(changed("terms       3 a year", "terms       6 a year"),
            "plan t\n  terms: was 3 a year, now 6 a year\n");
}

TEST(PlanDifferences, the_plans_period_is_that_of_rows_that_print_none) {
  EXPECT_EQ(changed("sustain     6 months", "sustain     13 weeks"),
            "plan t\n  sustain: was 6 months, now 13 weeks\n"
            "1.2: Suspended\n  sustain: was 6 months, now 13 weeks\n"
            "2.1: Debt is a worry\n  sustain: was 6 months, now 13 weeks\n");
}

TEST(PlanDifferences, small_clauses) {
  EXPECT_EQ(changed("source      school_census", "source      school_census, police"),
            "1.1: Attendance is low\n  source: now also police\n");
  EXPECT_EQ(changed("\"Attendance is low\"", "\"Attendance is low\" mandatory"),
            "1.1: Attendance is low\n  flag: now also mandatory\n");
  EXPECT_EQ(changed("Pooled over two terms.", "Pooled."),
            "1.1: Attendance is low\n  reading: was `Pooled over two terms.`, now `Pooled.`\n");
  EXPECT_EQ(changed("headline 2 \"Home\"", "headline 2 \"Home\" mandatory"),
            "headline 2: Home\n  flag: now also mandatory\n");
  EXPECT_EQ(changed("  supporting  any adult: had employment in last 6 months\n", ""),
            "2.1: Debt is a worry\n  supporting: no longer `any adult: had employment in last 6 "
            "months`\n");
}

TEST(PlanDifferences, what_a_row_is_printed_as) {
  const auto printed = [](const std::string& kinds) {
    return with("  sustain     in window\n",
                "  sustain     in window\n  kinds       " + kinds + "\n");
  };
  const auto before = printed("ratio then threshold or (state and statement)");
  EXPECT_EQ(told(some_plan(), before),
            "1.1: Attendance is low\n  entry kinds: now also `ratio`\n"
            "  outcome kinds: now also `threshold or (state and statement)`\n");
  EXPECT_EQ(
      told(before, printed("ratio then threshold or state")),
      "1.1: Attendance is low\n  outcome kinds: was `threshold or (state and statement)`, now "
      "`threshold or state`\n");
  EXPECT_EQ(told(before, printed("ratio then (statement and state) or threshold")), kNothing);
}

TEST(PlanDifferences, a_row_of_another_ref_is_renumbered) {
  auto text = with("criterion 1.2 ", "criterion 1.3 ");
  text = with("criterion 1.1 ",
              "criterion 1.2 \"Arrested\"\n  need        any member: had arrest\n"
              "  outcome     undefined\ncriterion 1.1 ",
              text);
  EXPECT_EQ(told(some_plan(), text),
            "added:\n  1.2: Arrested\nrenumbered:\n  1.3, was 1.2: Suspended\n");
}

TEST(PlanDifferences, a_row_of_another_ref_and_other_rules_is_the_same_row_changed) {
  auto text = with("criterion 1.2 ", "criterion 1.9 ");
  text = with("no suspension in last 3 months", "no suspension in last 4 months", text);
  EXPECT_EQ(told(some_plan(), text),
            "1.9, was 1.2: Suspended\n"
            "  outcome: each person in need: no suspension: from in last 3 months to in last 4 "
            "months\n");
}

TEST(PlanDifferences, a_rule_that_is_no_longer_printed) {
  const auto text = with(
      "outcome     every child: attendance in last 2 terms >= 90% and no "
      "suspension in last 6 months",
      "outcome     undefined");
  EXPECT_EQ(told(some_plan(), text),
            "1.1: Attendance is low\n"
            "  outcome: was `every child: attendance in last 2 terms >= 90% and no suspension in "
            "last 6 months`, now undefined\n");
}

TEST(PlanDifferences, of_plans_with_no_criterion_in_common) {
  const auto other =
      plan_around("criterion x \"Arrested\"\n  need any member: had arrest\n  outcome undefined\n");
  const auto found = differences(some_plan(), other);
  EXPECT_EQ(criteria_that(found, How::Added), 1);
  EXPECT_EQ(criteria_that(found, How::Dropped), 3);
  EXPECT_EQ(found.criteria_same, 0);
}

TEST(PlanDifferences, turned_round_what_was_added_is_dropped) {
  const auto text = with("criterion 1.2 \"Suspended\"",
                         "criterion 1.4 \"Arrested\"\n  need        any member: had arrest\n"
                         "  outcome     undefined\ncriterion 1.2 \"Suspended\"");
  EXPECT_EQ(criteria_that(differences(some_plan(), text), How::Added), 1);
  EXPECT_EQ(criteria_that(differences(text, some_plan()), How::Dropped), 1);
}

}  // namespace
}  // namespace hearth
