#include "engine/plan_impact.h"

#include <gtest/gtest.h>

#include "engine/families_in_order.h"
#include "engine/impact_rows.h"
#include "engine/impact_text.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

// A boy suspended once in January and twice in May; nothing is known of arrests after June.
std::string plan_of(const std::string& suspensions, const std::string& more = "") {
  return block(std::string(plan_head()) +
               "criterion 1a \"Suspended\"\n  need any child: at least " + suspensions +
               " suspension in last 12 months\n"
               "  outcome each person in need: no suspension in last 3 months\n" +
               more) +
         example_block(
             "A boy\n  family F started 2024-01-08\n  Ben child born 2012-03-01\n"
             "  covered suspension 2023-01-01 to 2025-12-31\n"
             "  covered arrest 2023-01-01 to 2024-06-30\n"
             "  Ben suspension 2024-01-10 days 1\n  Ben suspension 2024-05-02 days 1\n"
             "  Ben suspension 2024-05-20 days 2\n  on 2024-01-09 1a none\n");
}

const char* const kArrested =
    "criterion 1b \"Arrested\"\n  need any member: had arrest in last 6 months\n"
    "  outcome undefined\n";

struct Asking {
  LoadedPlan older, newer;
  PlanImpact impact;

  Asking(const std::string& before, const std::string& after, Date on, int threads = 1)
      : older(load_text(before)), newer(load_text(after)) {
    EXPECT_TRUE(older.plan) << to_text(older.diagnostics);
    EXPECT_TRUE(newer.plan) << to_text(newer.diagnostics);
    const auto& facts = *older.plan->examples.front().facts;
    FamiliesQuestion question;
    question.families = families_in_order(facts);
    question.on = on;
    question.threads = threads;
    impact = plan_impact(Judge(*older.plan, facts), Judge(*newer.plan, facts), question);
  }

  // `F need 1a gained`, a line each.
  std::string moves() const {
    std::string text;
    for (const auto& row : impact_rows(*older.plan, *newer.plan, impact)) {
      if (row.part != "family") continue;
      const auto how = row.tally.gained ? "gained" : row.tally.lost ? "lost" : "undecided";
      text += row.family_id + " " + std::string(row.of) + " " +
              (row.criterion.empty() ? row.criterion_before : row.criterion) + " " + how + "\n";
    }
    return text;
  }
};

const Date kJune = *parse_date("2024-06-10");
const Date kSeptember = *parse_date("2024-09-10");

TEST(PlanImpact, of_a_plan_against_itself_is_nothing) {
  const Asking asking(plan_of("1", kArrested), plan_of("1", kArrested), kSeptember);
  EXPECT_EQ(asking.moves(), "");
  EXPECT_EQ(asking.impact.totals.judged, 1);
  EXPECT_EQ(asking.impact.totals.undecided, 0) << "what is unknown is unknown under both";
  EXPECT_EQ(asking.impact.totals.families[0], (Tally{.before = 1, .after = 1}));
}

TEST(PlanImpact, a_stricter_entry_loses_needs) {
  const Asking asking(plan_of("1"), plan_of("4"), kJune);
  EXPECT_EQ(asking.moves(), "F need 1a lost\nF eligible  lost\n");
  EXPECT_EQ(asking.impact.totals.needs[0], (Tally{.before = 1, .lost = 1}));
}

TEST(PlanImpact, turned_round_it_gains_them) {
  const Asking asking(plan_of("4"), plan_of("1"), kJune);
  EXPECT_EQ(asking.moves(), "F need 1a gained\nF eligible  gained\n");
}

TEST(PlanImpact, an_outcome_follows_its_rule) {
  auto strict = plan_of("1");
  strict.replace(strict.find("last 3 months"), 13, "last 9 months");
  const Asking asking(plan_of("1"), strict, kSeptember);
  EXPECT_EQ(asking.moves(), "F outcome 1a lost\n");
}

TEST(PlanImpact, an_added_criterion_without_data_is_undecided) {
  const Asking asking(plan_of("1"), plan_of("1", kArrested), kSeptember);
  EXPECT_EQ(asking.moves(), "F need 1b undecided\nF outcome 1b undecided\n");
  EXPECT_EQ(asking.impact.totals.undecided, 1);
}

TEST(PlanImpact, eligible_is_undecided_where_it_hangs_on_what_is_not_known) {
  auto two = plan_of("1", kArrested);
  two.replace(two.find("  in force"), 0, "  eligible at least 2 criteria\n");
  auto one = two;
  one.replace(one.find("last 6 months\n  outcome undefined"), 13, "last 7 months");
  const Asking asking(two, one, kSeptember);
  EXPECT_EQ(asking.impact.totals.families[2], (Tally{.undecided = 1}));
}

TEST(PlanImpact, a_renumbered_criterion_is_the_same) {
  auto text = plan_of("1");
  text.replace(text.find("criterion 1a"), 12, "criterion 2b");
  text.replace(text.find("2024-01-09 1a"), 13, "2024-01-09 2b");
  const Asking asking(plan_of("1"), text, kJune);
  EXPECT_EQ(asking.moves(), "");
  EXPECT_EQ(asking.impact.criteria.size(), 1);
}

TEST(PlanImpact, of_plans_with_no_criterion_in_common) {
  auto other = plan_of("1");
  other.replace(other.find("criterion 1a \"Suspended\""), 24, "criterion 9z \"Arrest or no\"");
  other.replace(other.find("at least 1 suspension in last 12"), 32, "had arrest in last 12");
  other.replace(other.find("2024-01-09 1a"), 13, "2024-01-09 9z");
  const Asking asking(plan_of("1"), other, kJune);
  EXPECT_EQ(asking.impact.criteria.size(), 2);
  EXPECT_EQ(asking.moves(), "F need 1a lost\nF eligible  lost\n");
}

TEST(PlanImpact, rows_of_families_add_up_to_those_of_criteria) {
  const Asking asking(plan_of("1"), plan_of("4", kArrested), kSeptember);
  std::map<std::string, Tally> sums;
  for (const auto& row : impact_rows(*asking.older.plan, *asking.newer.plan, asking.impact)) {
    if (row.of == "eligible") continue;  // of no criterion
    auto& sum = sums[row.criterion + row.criterion_before + std::string(row.of)];
    if (row.part == "family") sum.lost += row.tally.lost, sum.undecided += row.tally.undecided;
    if (row.part == "criterion") sum.lost -= row.tally.lost, sum.undecided -= row.tally.undecided;
  }
  for (const auto& [name, sum] : sums) EXPECT_EQ(sum, Tally{}) << name;
}

TEST(PlanImpact, for_a_reader_says_totals_first) {
  const Asking asking(plan_of("1"), plan_of("4"), kJune);
  std::string text;
  const auto told = write_impact({*asking.older.plan, *asking.newer.plan, kJune}, asking.impact,
                                 [&](std::string_view part) {
                                   text += part;
                                   return true;
                                 });
  ASSERT_TRUE(told);
  EXPECT_TRUE(text.starts_with("From t to t on 2024-06-10: 1 families judged, 0 undecided"))
      << text;
  EXPECT_LT(text.find("a need"), text.find("F  ")) << text;
  EXPECT_NE(text.find("need 1a; eligible"), std::string::npos) << text;
}

}  // namespace
}  // namespace hearth
