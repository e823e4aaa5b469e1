#include <gtest/gtest.h>

#include "language/plan_under_test.h"

namespace hearth {
namespace {

TEST(CheckDefinition, RecordsAreSpelledOut) {
  const auto define = "define incident\n  records offence where proven = yes, or arrest\n";
  EXPECT_EQ(outcome_words("any adult: no incident in last 6 months", define),
            "any adult: no offence where proven = yes or arrest in last 6 months");
}

TEST(CheckDefinition, ArgumentsAreReplaced) {
  const auto define =
      "define many (kind_of, least)\n  means count of offence where category = kind_of >= least\n";
  EXPECT_EQ(outcome_words("any adult: many(theft, 3)", define),
            "any adult: count of offence where category = theft >= 3");
}

TEST(CheckDefinition, ArgumentsReachThroughDefinitions) {
  const auto define =
      "define inner (c)\n  means had offence where category = c\n"
      "define outer (d)\n  means inner(d) or had arrest\n";
  EXPECT_EQ(outcome_words("any adult: outer(theft)", define),
            "any adult: had offence where category = theft or had arrest");
}

TEST(CheckDefinition, ANodeHasTheSpanOfItsUse) {
  const auto loaded = load_text(
      with_outcome("any adult: settled", "define settled\n  means no offence and no arrest\n"));
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto& plan = *loaded.plan;
  const auto& people = std::get<People>(plan[*plan.criteria[0].outcome].node);
  EXPECT_EQ(plan.source->text(plan[people.body].span), "settled");
}

TEST(CheckDefinition, WrongUse) {
  const auto define = "define few (n)\n  means count of offence < n\n";
  EXPECT_EQ(mistakes(with_outcome("any adult: few", define)), "ArgumentCount");
  EXPECT_EQ(mistakes(with_outcome("any adult: few(1, 2)", define)), "ArgumentCount");
  EXPECT_EQ(mistakes(with_outcome("any adult: fewer(1)", define)), "UnknownDefinition");
  EXPECT_EQ(first_hint(with_outcome("any adult: fewe(1)", define)), "did you mean `few`?");
  EXPECT_EQ(mistakes(with_outcome("any adult: had few", define)), "NotRecords");
  EXPECT_EQ(mistakes(with_outcome("any adult: offence")), "NotACondition");
  EXPECT_EQ(first_hint(with_outcome("any adult: offence")), "did you mean `had offence`?");
}

TEST(CheckDefinition, AMistakeInAnArgumentIsReportedWhereItWasWritten) {
  const auto define = "define few (n)\n  means attendance in last 2 terms < n\n";
  const auto text = with_outcome("any adult: few(90)", define);
  const auto loaded = load_text(text);
  ASSERT_EQ(kinds(loaded), "UnlikeNumbers");
  EXPECT_EQ(loaded.diagnostics.list()[0].hint, "did you mean `90%`?");
}

TEST(CheckDefinition, AMistakeInADefinitionIsReportedOnceHoweverOftenItIsUsed) {
  const auto define = "define bad\n  means had ofence\n";
  EXPECT_EQ(mistakes(with_outcome("any adult: bad and any child: bad", define)),
            "UnknownRecordType");
}

TEST(CheckDefinition, ADefinitionNobodyUsesIsCheckedToo) {
  EXPECT_EQ(mistakes(with_outcome("any adult: no arrest", "define bad (c)\n  means had ofence\n")),
            "UnknownRecordType");
}

TEST(CheckDefinition, NothingIsDefinedByItself) {
  EXPECT_EQ(mistakes(with_outcome("any adult: loop", "define loop\n  means not loop\n")),
            "DefinedByItself");
  const auto two = "define one\n  means two\ndefine two\n  means one\n";
  EXPECT_EQ(mistakes(with_outcome("any adult: no arrest", two)), "DefinedByItself DefinedByItself");
  EXPECT_EQ(mistakes(with_outcome("any adult: no arrest", "define r\n  records r\n")),
            "DefinedByItself");
}

TEST(CheckDefinition, ADefinitionThatDoublesWithoutEndIsStopped) {
  std::string define = "define d0\n  means had offence\n";
  for (int i = 1; i < 25; ++i) {
    define += fmt::format("define d{}\n  means d{} or d{}\n", i, i - 1, i - 1);
  }
  EXPECT_EQ(mistakes(with_outcome("any adult: d24", define)), "PlanTooLarge");
}

TEST(CheckDefinition, ANeedInADefinitionIsRefusedWhereAnEntryRuleUsesIt) {
  const auto define = "define settled\n  means no offence since need\n";
  const auto loaded = load_text(with_need("any adult: settled", define));
  ASSERT_EQ(kinds(loaded), "NeedInNeed");
  EXPECT_EQ(loaded.diagnostics.list()[0].labels.size(), 1u);
}

TEST(CheckDefinition, ANameIsGivenOnce) {
  const auto twice = "define a\n  means had offence\ndefine a\n  means had arrest\n";
  EXPECT_EQ(mistakes(with_outcome("any adult: a", twice)), "DuplicateName");
  EXPECT_EQ(mistakes(with_outcome("any adult: no arrest", "define offence\n  records arrest\n")),
            "DuplicateName");
}

}  // namespace
}  // namespace hearth
