#include "language/word_at.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "language/document_words.h"

namespace hearth {
namespace {

// The text with `|` taken out, and where it stood.
struct Marked {
  std::shared_ptr<const Source> source;
  std::uint32_t offset;
};

Marked marked(std::string text) {
  const auto at = text.find('|');
  text.erase(at, 1);
  return {std::make_shared<const Source>("plan.md", text), static_cast<std::uint32_t>(at)};
}

std::string plan_block(const std::string& program) {
  return "Prose\n\n```plan\n" + program + "\n```\n";
}

std::string need(const std::string& condition) {
  return plan_block("criterion 1a \"First\"\n  need " + condition);
}

WordAt place(const std::string& text) {
  const auto [source, offset] = marked(text);
  return place_at(*source, offset).value_or(WordAt{});
}

WordAt word(const std::string& text) {
  const auto [source, offset] = marked(text);
  return word_at(source, offset).value_or(WordAt{});
}

bool offers(const WordAt& at, std::string_view word) {
  return std::ranges::find(at.words, word) != at.words.end();
}

using Names = std::vector<std::string>;

TEST(PlaceAt, FirstColumnTakesItems) {
  const auto at = place(plan_block("plan x \"X\"\n  in force 2024-01-01 onwards\n|"));
  EXPECT_TRUE(offers(at, "criterion"));
  EXPECT_TRUE(offers(at, "define"));
  EXPECT_FALSE(offers(at, "outcome"));
}

TEST(PlaceAt, IndentedLineTakesClausesOfItsItem) {
  const auto at = place(plan_block("criterion 1a \"First\"\n  |"));
  EXPECT_EQ(at.item, "criterion");
  EXPECT_TRUE(offers(at, "outcome"));
  EXPECT_FALSE(offers(at, "field"));
}

TEST(PlaceAt, ConditionTakesNamesAndWords) {
  const auto at = place(need("|"));
  EXPECT_TRUE(at.names_a("a condition"));
  EXPECT_TRUE(offers(at, "any"));
  EXPECT_TRUE(offers(at, "had"));
  EXPECT_TRUE(offers(at, "count"));
}

TEST(PlaceAt, RecordsAfterHadInAHalfWrittenClause) {
  const auto at = place(need("any child: had |"));
  EXPECT_TRUE(at.names_a("a record type"));
  EXPECT_EQ(at.span.length, 0u);
}

TEST(PlaceAt, WhatIsTypedSoFarIsReplaced) {
  const auto at = place(need("any child: had offe|nce in last 6 months"));
  EXPECT_TRUE(at.names_a("a record type"));
  EXPECT_EQ(at.span.length, 7u);
}

TEST(PlaceAt, FieldsAfterWhere) {
  const auto at = place(need("any adult: had offence or arrest where |"));
  EXPECT_TRUE(at.names_a("a field"));
  EXPECT_EQ(at.records, (Names{"arrest", "offence"}));
}

TEST(PlaceAt, FieldsAfterAnd) {
  const auto at = place(need("any adult: had arrest or offence where proven = yes and |"));
  EXPECT_EQ(at.records, (Names{"offence", "arrest"}));
  EXPECT_TRUE(offers(at, "had"));  // another condition may follow just as well
}

TEST(PlaceAt, ValuesAfterComparison) {
  const auto at = place(need("any adult: had offence where category = |"));
  EXPECT_TRUE(at.names_a("a value"));
  EXPECT_EQ(at.field, "category");
  EXPECT_EQ(at.records, (Names{"offence"}));
}

TEST(PlaceAt, ValuesInAList) {
  const auto at = place(need("any adult: had offence where category in (theft, |"));
  EXPECT_EQ(at.field, "category");
  EXPECT_EQ(at.records, (Names{"offence"}));
}

TEST(PlaceAt, ValuesComparedWithTheLatest) {
  const auto at = place(need("any adult: latest level of neet_risk in last 1 year = |"));
  EXPECT_EQ(at.field, "level");
  EXPECT_EQ(at.records, (Names{"neet_risk"}));
}

TEST(PlaceAt, FieldsOfTheRecordsThatFollow) {
  const auto at = place(need("any adult: latest | of debt >= 3"));
  EXPECT_TRUE(at.names_a("a field"));
  EXPECT_EQ(at.records, (Names{"debt"}));
}

TEST(PlaceAt, ArgumentsOfADefinition) {
  const auto at = place(need("any adult: raised(x, |"));
  EXPECT_EQ(at.called, "raised");
  EXPECT_EQ(at.argument, 1u);
}

TEST(PlaceAt, WindowsByTheirParts) {
  EXPECT_TRUE(offers(place(need("any adult: had offence in |")), "last"));
  EXPECT_TRUE(offers(place(need("any adult: had offence in last 6 |")), "months"));
  EXPECT_TRUE(offers(place(need("any adult: had offence since |")), "closure"));
  EXPECT_FALSE(offers(place(need("any adult: had offence since |")), "months"));
  EXPECT_TRUE(offers(place(need("any adult: had offence since |")), "end"));
  EXPECT_TRUE(place(need("any adult: had offence since end of |")).names_a("a record type"));
}

TEST(PlaceAt, KindsOfPeople) {
  const auto at = place(need("any |"));
  EXPECT_TRUE(offers(at, "child"));
  EXPECT_TRUE(offers(at, "dependent child"));
}

TEST(PlaceAt, ExampleLines) {
  const std::string head = "```example\nA title\n  family F started 2024-01-01\n";
  EXPECT_TRUE(place(head + "  |\n```\n").names_a("a person"));
  EXPECT_TRUE(offers(place(head + "  Amy |\n```\n"), "child"));
  EXPECT_TRUE(offers(place(head + "  on 2024-02-01 1a |\n```\n"), "achieved"));
  const auto field = place(head + "  Amy offence 2024-02-01 |\n```\n");
  EXPECT_TRUE(field.names_a("a field"));
  EXPECT_EQ(field.records, (Names{"offence"}));
  EXPECT_EQ(place(head + "  Amy offence 2024-02-01 category |\n```\n").field, "category");
}

TEST(PlaceAt, NothingInProseStringsAndComments) {
  EXPECT_FALSE(place_at(*marked("Only pro|se\n").source, 4).has_value());
  EXPECT_TRUE(place(plan_block("plan x \"A ti|tle\"")).words.empty());
  EXPECT_TRUE(place(plan_block("plan x \"X\" # a no|te")).words.empty());
}

TEST(PlaceAt, WorksInABlockThatIsNotClosed) {
  EXPECT_TRUE(
      place("```plan\ncriterion 1 \"x\"\n  need any child: had |").names_a("a record type"));
}

TEST(WordAt, TellsNamesFromWords) {
  EXPECT_TRUE(word(need("any child: h|ad offence")).is_word);
  EXPECT_TRUE(word(need("any child: had off|ence")).names_a("a record type"));
  EXPECT_TRUE(word(need("any child: had offence where cat|egory = x")).names_a("a field"));
  const auto value = word(need("any child: had offence where category = th|eft"));
  EXPECT_EQ(value.field, "category");
  EXPECT_EQ(value.text, "theft");
}

TEST(WordAt, KnowsItsItemAndClause) {
  const auto at = word(need("any child: had offen|ce"));
  EXPECT_EQ(at.item, "criterion");
  EXPECT_EQ(at.name, "1a");
  EXPECT_EQ(at.clause, "need");
}

TEST(WordAt, ReadsRefs) {
  EXPECT_TRUE(word(plan_block("criterion 1|a \"First\"")).names_a("a ref, such as `2a`"));
  EXPECT_TRUE(word(plan_block("criterion 1.|1 \"First\"")).names_a("a ref, such as `2a`"));
}

TEST(WordAt, BehindAMistakeOnlyTheTextIsKnown) {
  const auto at = word(need("any chidl: had off|ence"));
  EXPECT_EQ(at.text, "offence");
  EXPECT_TRUE(at.names.empty());
  EXPECT_FALSE(at.is_word);
}

RC_GTEST_PROP(PlaceAt, AnyPlaceInAnyTextHasAnAnswer, ()) {
  const auto text = random_word_soup();
  const auto offset =
      static_cast<std::uint32_t>(*rc::gen::inRange<std::size_t>(0, text.size() + 3));
  const auto source = std::make_shared<const Source>("plan.md", text);
  const auto at = place_at(*source, offset);
  if (at) RC_ASSERT(at->span.end() <= text.size());
  word_at(source, offset);
}

}  // namespace
}  // namespace hearth
