#include <gtest/gtest.h>

#include "language/plan_under_test.h"

namespace hearth {
namespace {

const char* const kFamily =
    "One story\n  family F started 2024-09-02\n  Ben child born 2012-03-01\n";

std::string with_example(const std::string& lines,
                         const std::string& expectation = "  on 2025-01-01  1a need\n") {
  return with_need("any member: had arrest") + "\n" + example_block(kFamily + lines + expectation);
}

std::string mistakes_of(const std::string& lines) { return mistakes(with_example(lines)); }

TEST(CheckExample, BuildsFacts) {
  const auto text = with_example(R"(  Amy parent born 1987-05-04 from 2024-10-01 elsewhere
  covered arrest, order 2024-01-01 to 2024-12-31
  covered everything 2025-01-01 to 2025-01-31
  Ben arrest 2024-10-01
  Amy order from 2024-11-01 kind licence
  Ben school_term 2024-autumn possible 120 authorised 10 unauthorised 8
  family debt 2024-10-02 amount £500
  Ben concern 2024-09-02 topic gambling
  Ben statement 2024-12-01 kind improved about 1a signed yes
)");
  const auto loaded = load_text(text);
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  ASSERT_EQ(loaded.plan->examples.size(), 1u);
  const auto& example = loaded.plan->examples[0];
  const auto& facts = *example.facts;
  const auto type = [&](const char* name) { return facts.catalogue.record_type(name)->index; };
  EXPECT_EQ(example.title, "One story");
  ASSERT_EQ(facts.people.size(), 2u);
  ASSERT_EQ(facts.members.size(), 2u);
  EXPECT_EQ(facts.members[1].residence, Residence::Elsewhere);
  EXPECT_EQ(facts.of_people[type("order")].end[0], kForever);
  EXPECT_EQ(to_text(facts.of_people[type("school_term")].start[0]), "2024-09-02");
  EXPECT_EQ(facts.of_people[type("school_term")].fields[1][0], 10);
  EXPECT_EQ(facts.of_families[type("debt")].fields[0][0], 500);
  EXPECT_EQ(facts.coverage[type("arrest")].size(), 1u);
  EXPECT_EQ(facts.coverage[type("offence")].size(), 1u);
  EXPECT_EQ(facts.catalogue.record_types[type("concern")].fields[0].codes.back(), "gambling");
  EXPECT_EQ(facts.texts[static_cast<std::size_t>(facts.of_people[type("statement")].fields[2][0])],
            "1a");
  EXPECT_EQ(example.expectations[0].ref, "1a");
  EXPECT_EQ(example.expectations[0].status, "need");
}

TEST(CheckExample, ARecordKnowsItsLine) {
  const auto text = with_example("  Ben arrest 2024-10-01\n");
  const auto loaded = load_text(text);
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  const auto& facts = *loaded.plan->examples[0].facts;
  const auto& table = facts.of_people[facts.catalogue.record_type("arrest")->index];
  const auto line = loaded.plan->source->line(static_cast<int>(table.lineage[0].row));
  EXPECT_EQ(line, "  Ben arrest 2024-10-01");
  EXPECT_EQ(facts.files[table.lineage[0].file], "plan.md");
}

TEST(CheckExample, UnknownNames) {
  EXPECT_EQ(mistakes_of("  Bem arrest 2024-10-01\n"), "UnknownPerson");
  EXPECT_EQ(first_hint(with_example("  Bem arrest 2024-10-01\n")), "did you mean `Ben`?");
  EXPECT_EQ(mistakes_of("  Ben arest 2024-10-01\n"), "UnknownRecordType");
  EXPECT_EQ(mistakes_of("  Ben offence 2024-10-01 provn yes\n"), "UnknownField");
  EXPECT_EQ(mistakes_of("  Ben order from 2024-10-01 kind licenc\n"), "UnknownCode");
  EXPECT_EQ(mistakes_of("  Ben school_term 2024-autum possible 10\n"), "UnknownTerm");
  EXPECT_EQ(mistakes_of("  covered arest 2024-01-01 to 2024-12-31\n"), "UnknownRecordType");
  EXPECT_EQ(mistakes_of("  Ben statement 2024-10-01 kind improved about 9z\n"), "UnknownCriterion");
  EXPECT_EQ(mistakes(with_example("", "  on 2025-01-01  1b need\n")), "UnknownCriterion");
}

TEST(CheckExample, ARowHasTheDatesOfItsShape) {
  EXPECT_EQ(mistakes_of("  Ben arrest 2024-10-01 to 2024-10-02\n"), "WrongDates");
  EXPECT_EQ(mistakes_of("  Ben arrest from 2024-10-01\n"), "WrongDates");
  EXPECT_EQ(mistakes_of("  Ben order 2024-10-01\n"), "WrongDates");
  EXPECT_EQ(mistakes_of("  Ben school_term 2024-10-01 possible 10\n"), "WrongDates");
  EXPECT_EQ(mistakes_of("  Ben order 2024-autumn\n"), "WrongDates");
}

TEST(CheckExample, BadRows) {
  EXPECT_EQ(mistakes_of("  Ben school_term 2024-autumn possible 10 authorised 8 unauthorised 4\n"),
            "RowBreaksCheck");
  EXPECT_EQ(mistakes_of("  Ben order 2024-10-02 to 2024-10-01\n"), "EndBeforeStart");
  EXPECT_EQ(mistakes_of("  Ben arrest 2024-02-31\n"), "NoSuchDay");
  EXPECT_EQ(mistakes_of("  Ben suspension 2024-10-01 days 50\n"), "OutOfRange");
  EXPECT_EQ(mistakes_of("  Ben suspension 2024-10-01 days yes\n"), "UnlikeValue");
  EXPECT_EQ(mistakes_of("  Ben suspension 2024-10-01 days 1 days 2\n"), "FieldTwice");
  EXPECT_EQ(mistakes_of("  Ben debt 2024-10-01 amount 500\n"), "UnlikeValue");
  EXPECT_EQ(first_hint(with_example("  Ben debt 2024-10-01 amount 500\n")), "did you mean `£500`?");
}

TEST(CheckExample, PeopleAndDatesOfTheFamily) {
  EXPECT_EQ(mistakes_of("  Ben child born 2014-03-01\n"), "DuplicateName");
  EXPECT_EQ(mistakes_of("  Cal child born 2014-03-01 died 2013-01-01\n"), "EndBeforeStart");
  EXPECT_EQ(mistakes_of("  Cal child born 2014-03-01 from 2024-03-01 to 2023-01-01\n"),
            "EndBeforeStart");
  EXPECT_EQ(mistakes_of("  covered arrest 2024-12-31 to 2024-01-01\n"), "EndBeforeStart");
}

TEST(CheckExample, AnExampleExpectsSomething) {
  EXPECT_EQ(mistakes(with_example("", "")), "NothingExpected");
}

TEST(CheckExample, OnlyAPlanHasExamples) {
  const auto loaded = load(
      {{"catalogue.md", test_catalogue() + "\n" +
                            example_block(std::string(kFamily) + "  on 2025-01-01  1a need\n")},
       {"plan.md", with_need("any member: had arrest")}},
      "plan.md");
  EXPECT_EQ(kinds(loaded), "ExampleWithoutPlan");
}

TEST(CheckExample, ItsOwnTermsComeFirst) {
  const auto text = with_example(
      "  term 2030-autumn 2030-09-01 to 2030-12-20\n  Ben school_term 2030-autumn possible 10\n");
  const auto loaded = load_text(text);
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  EXPECT_EQ(loaded.plan->examples[0].facts->terms.terms().size(), 1u);
}

}  // namespace
}  // namespace hearth
