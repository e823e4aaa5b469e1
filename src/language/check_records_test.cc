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

TEST(CheckRecords, AMisspeltWordHasItsNearest) {
  EXPECT_EQ(mistakes_of("had ofence"), "UnknownRecordType");
  EXPECT_EQ(hint_of("had ofence"), "did you mean `offence`?");
  EXPECT_EQ(mistakes_of("had offence where provn = yes"), "UnknownField");
  EXPECT_EQ(hint_of("had offence where provn = yes"), "did you mean `proven`?");
  EXPECT_EQ(mistakes_of("on order where kind = licenc"), "UnknownCode");
  EXPECT_EQ(hint_of("on order where kind = licenc"), "did you mean `licence`?");
  EXPECT_EQ(mistakes_of("had score where instrument = sdqq"), "UnknownInstrument");
  EXPECT_EQ(hint_of("had score where instrument = sdqq"), "did you mean `sdq`?");
}

TEST(CheckRecords, AnInstrumentMustBeDeclaredThoughItsCodesAreOpen) {
  EXPECT_EQ(mistakes_of("had score where instrument = whoqol"), "UnknownInstrument");
}

TEST(CheckRecords, AnOpenListTakesUpANewCode) {
  const auto loaded = load_text(with_need("any member: had offence where category = arson"));
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto& catalogue = loaded.plan->catalogue;
  const auto& type = catalogue[*catalogue.record_type("offence")];
  EXPECT_TRUE(type[*type.field("category")].code("arson"));
}

TEST(CheckRecords, AnOpenListDoesNotTakeUpAMisspeltCode) {
  EXPECT_EQ(mistakes_of("had offence where category = thefd"), "UnknownCode");
}

TEST(CheckRecords, AValueOfAnotherKind) {
  EXPECT_EQ(mistakes_of("had offence where proven = 1"), "UnlikeValue");
  EXPECT_EQ(mistakes_of("had suspension where days > 3%"), "UnlikeValue");
  EXPECT_EQ(hint_of("had suspension where days > 3%"), "did you mean `3`?");
  EXPECT_EQ(mistakes_of("on debt where amount > 10"), "UnlikeValue");
  EXPECT_EQ(mistakes_of("on employment where hours >= £16"), "UnlikeValue");
  EXPECT_EQ(mistakes_of("on order where kind = 3"), "UnlikeValue");
}

TEST(CheckRecords, CodesHaveNoOrderAndTextsAreNotJudged) {
  EXPECT_EQ(mistakes_of("on order where kind < licence"), "NoOrder");
  EXPECT_EQ(mistakes_of("on employment where note = \"x\""), "TextTested");
}

TEST(CheckRecords, TestsThatCannotAllPass) {
  EXPECT_EQ(mistakes_of("on order where kind = licence and kind = community"), "NeverHolds");
  EXPECT_EQ(mistakes_of("had suspension where days > 45"), "NeverHolds");
}

TEST(CheckRecords, AWhereAfterSeveralTypesTestsEachOfThem) {
  EXPECT_EQ(mistakes_of("had offence or arrest where proven = yes"), "UnknownField");
}

TEST(CheckRecords, AParameterCannotBeTestedAgainstAField) {
  const auto parameter = "parameter floor\n  from 2024-01-01 is 5\n";
  EXPECT_EQ(mistakes(with_need("any member: had suspension where days > floor", parameter)),
            "ParameterTested");
}

TEST(CheckRecords, AStatementHasAKnownKindAndRole) {
  EXPECT_EQ(mistakes(with_outcome("statement improvd by self")), "UnknownCode");
  EXPECT_EQ(first_hint(with_outcome("statement improvd by self")), "did you mean `improved`?");
  EXPECT_EQ(mistakes(with_outcome("statement improved by selff")), "UnknownCode");
}

TEST(CheckRecords, TheTopicsOfANeedAreThoseItNames) {
  const auto loaded = load_text(with_need(
      "any member: had concern where topic = debt, or had concern where topic in (crime, debt)"));
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto& criterion = loaded.plan->criteria[0];
  EXPECT_EQ(criterion.topics, (std::vector<std::string>{"debt", "crime"}));
  EXPECT_EQ(criterion.entry_decided, Decided::Statement);
  EXPECT_EQ(criterion.outcome_decided, Decided::Rule);
}

}  // namespace
}  // namespace hearth
