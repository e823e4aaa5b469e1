#include <gtest/gtest.h>

#include "language/plan_under_test.h"

namespace hearth {
namespace {

LoadedCatalogue catalogue_of(const std::string& program) {
  return load_catalogue("c.md",
                        [&](const std::string&) -> Result<std::string> { return block(program); });
}

std::string mistakes_in(const std::string& program) {
  std::vector<std::string> names;
  const auto loaded = catalogue_of(program);
  for (const auto& found : loaded.diagnostics.list()) {
    names.emplace_back(found.kind->name);
  }
  return join(names, " ");
}

TEST(CheckCatalogue, ReadsTypesFieldsChecksAndMeasures) {
  const auto loaded = load_catalogue(
      "c.md", [](const std::string&) -> Result<std::string> { return test_catalogue(); });
  ASSERT_TRUE(loaded.catalogue) << to_text(loaded.diagnostics);
  const auto& catalogue = *loaded.catalogue;
  const auto& term = catalogue[*catalogue.record_type("school_term")];
  EXPECT_EQ(term.shape, Shape::Term);
  EXPECT_EQ(term.checks.size(), 1u);
  EXPECT_EQ(term.fields[0].most, 999);
  const auto& attendance = catalogue[*catalogue.measure("attendance")];
  EXPECT_EQ(attendance.top.size(), 3u);
  EXPECT_EQ(attendance.top[1].sign, -1);
  EXPECT_EQ(catalogue.instrument("dash")->high, 24);
  EXPECT_EQ(loaded.terms.terms().size(), 2u);
}

TEST(CheckCatalogue, AnInstrumentIsACodeOfScores) {
  const auto loaded = catalogue_of(
      "record score reading\n  field instrument code { sdq } open\n  field value number\n"
      "instrument gad \"Anxiety\" 0 to 21, lower is better, change 4\n");
  ASSERT_TRUE(loaded.catalogue) << to_text(loaded.diagnostics);
  const auto& score = loaded.catalogue->record_types[0];
  EXPECT_TRUE(score.fields[0].code("gad"));
}

TEST(CheckCatalogue, NamesAreGivenOnce) {
  EXPECT_EQ(mistakes_in("record a event\nrecord a spell\n"), "DuplicateName");
  EXPECT_EQ(mistakes_in("record a event\n  field n number\n  field n flag\n"), "DuplicateName");
  EXPECT_EQ(mistakes_in("record a event\n  field n code { x x }\n"), "DuplicateName");
  EXPECT_EQ(mistakes_in("record a event\n  field person_id number\n"), "ReservedField");
}

TEST(CheckCatalogue, ChecksAndMeasuresSpeakOfNumbers) {
  const std::string type = "record a term\n  field x number\n  field f flag\n";
  EXPECT_EQ(mistakes_in(type + "  check x <= f\n"), "NotANumber");
  EXPECT_EQ(mistakes_in(type + "  check y <= x\n"), "UnknownField");
  EXPECT_EQ(mistakes_in(type + "measure m of b = (x) / x\n"), "UnknownRecordType");
  EXPECT_EQ(mistakes_in(type + "measure m of a = (x - z) / x\n"), "UnknownField");
  EXPECT_EQ(mistakes_in(type + "measure m of a = (x) / f\n"), "NotANumber");
}

TEST(CheckCatalogue, ScalesGoUpwards) {
  EXPECT_EQ(mistakes_in("record a event\n  field n number from 9 to 3\n"), "RangeBackwards");
  EXPECT_EQ(mistakes_in("instrument i \"I\" 40 to 0, lower is better, change 3\n"),
            "RangeBackwards");
  EXPECT_EQ(mistakes_in("instrument i \"I\" 0 to 10, lower is better, change 30\n"),
            "ChangeOffScale");
}

TEST(CheckCatalogue, TermsDoNotOverlap) {
  EXPECT_EQ(mistakes_in("calendar\n  2024-autumn 2024-09-02 to 2025-01-20\n"
                        "  2025-spring 2025-01-06 to 2025-04-04\n"),
            "TermsOverlap");
  EXPECT_EQ(mistakes_in("calendar\n  2024-autumn 2024-12-20 to 2024-09-02\n"), "EndBeforeStart");
}

TEST(CheckCatalogue, OnlyAPlanIsJudged) {
  EXPECT_EQ(mistakes_in("headline 1 \"One\"\n"), "PlanUsed");
}

}  // namespace
}  // namespace hearth
