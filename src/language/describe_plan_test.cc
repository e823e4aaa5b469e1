#include "language/describe_plan.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "language/describe_number.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

Result<std::string> read_from_disk(const std::string& path) {
  std::ifstream file(path);
  if (!file) return failed("no such file");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string plans_folder() { return std::string(HEARTH_SOURCE_DIR) + "/plans/"; }

TEST(DescribePlan, ValuesHaveTheSignOfTheirQuantity) {
  EXPECT_EQ(value_words(0.07, Quantity::Percentage, nullptr), "7%");
  EXPECT_EQ(value_words(0.333, Quantity::Percentage, nullptr), "33.3%");
  EXPECT_EQ(value_words(617, Quantity::Money, nullptr), "£617");
  EXPECT_EQ(value_words(617.5, Quantity::Money, nullptr), "£617.50");
  EXPECT_EQ(value_words(1, Quantity::Truth, nullptr), "yes");
  EXPECT_EQ(value_words(16.5, Quantity::Amount, nullptr), "16.5");
  EXPECT_EQ(value_words(0, Quantity::Date, nullptr), "1970-01-01");
}

TEST(DescribePlan, ACountedListSaysHowMany) {
  EXPECT_EQ(outcome_words("at least 2 of\n    - any child: had offence\n    - any adult: on order\n"
                          "    - statement improved by self"),
            "at least 2 of (any child: had offence; any adult: on order; "
            "statement improved by self)");
}

TEST(DescribePlan, ShippedPlansHaveNothingWrong) {
  for (const auto* name : {"national-2022.md"}) {
    const auto loaded = load_plan(plans_folder() + name, read_from_disk);
    EXPECT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
    EXPECT_TRUE(loaded.diagnostics.empty()) << to_text(loaded.diagnostics);
  }
}

// The plan's document with every rule replaced by its words, on one line each.
std::string rewritten(const Plan& plan) {
  std::string text(plan.source->text());
  const auto put = [&](Span span, ConditionId id) {
    text.replace(span.offset, span.length, condition_words(plan, id));
  };
  for (auto c = plan.criteria.rbegin(); c != plan.criteria.rend(); ++c) {
    const bool outcome_last = c->outcome_span.offset > c->need_span.offset;
    if (outcome_last && c->outcome) put(c->outcome_span, *c->outcome);
    if (c->need) put(c->need_span, *c->need);
    if (!outcome_last && c->outcome) put(c->outcome_span, *c->outcome);
  }
  return text;
}

std::vector<std::string> all_rules(const Plan& plan) {
  std::vector<std::string> rules;
  for (const auto& criterion : plan.criteria) {
    if (criterion.need) rules.push_back(condition_words(plan, *criterion.need));
    if (criterion.outcome) rules.push_back(condition_words(plan, *criterion.outcome));
  }
  return rules;
}

TEST(DescribePlan, TheWordsOfAShippedRuleMeanThatRule) {
  const auto path = plans_folder() + "national-2022.md";
  const auto loaded = load_plan(path, read_from_disk);
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto text = rewritten(*loaded.plan);
  const auto again = load_plan(path, [&](const std::string& asked) -> Result<std::string> {
    return asked.ends_with("national-2022.md") ? text : read_from_disk(asked);
  });
  ASSERT_TRUE(again.plan) << to_text(again.diagnostics);
  EXPECT_EQ(all_rules(*again.plan), all_rules(*loaded.plan));
}

}  // namespace
}  // namespace hearth
