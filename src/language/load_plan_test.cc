#include "language/load_plan.h"

#include <gtest/gtest.h>

#include <set>

#include "language/example_diagnostics.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

TEST(LoadPlan, UsesAreRelativeToTheDocumentThatSaysThem) {
  const auto plan = block(R"(use "../shared/names.md"
plan t "T"
  in force 2024-01-01 onwards
headline 1 "One"
)" + criterion_with("any member: had arrest", "any member: quiet"));
  const auto names =
      block("use \"catalogue.md\"\ndefine quiet\n  means no arrest in last 6 months\n");
  const auto loaded = load({{"plans/here/plan.md", plan},
                            {"plans/shared/names.md", names},
                            {"plans/shared/catalogue.md", test_catalogue()}},
                           "plans/here/plan.md");
  ASSERT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  EXPECT_EQ(loaded.sources.size(), 3u);
  EXPECT_EQ(loaded.plan->source->name(), "plans/here/plan.md");
}

TEST(LoadPlan, ADocumentUsedTwiceIsReadOnce) {
  const auto loaded =
      load({{"catalogue.md", test_catalogue()},
            {"more.md", block("use \"catalogue.md\"\n")},
            {"plan.md", "```plan\nuse \"more.md\"\n```\n\n" + with_need("any member: had arrest")}},
           "plan.md");
  EXPECT_TRUE(loaded.plan) << to_text(loaded.diagnostics);
  EXPECT_EQ(loaded.sources.size(), 3u);
}

TEST(LoadPlan, AMissingDocument) {
  const auto loaded = load({}, "plan.md");
  EXPECT_FALSE(loaded.plan);
  EXPECT_EQ(kinds(loaded), "MissingDocument");
  const auto used =
      load({{"plan.md", block("use \"nowhere.md\"\nplan t \"T\"\n  in force 2024-01-01 onwards\n"
                              "headline 1 \"One\"\n" +
                              criterion_with("under development", "undefined"))}},
           "plan.md");
  ASSERT_EQ(kinds(used), "MissingDocument");
  EXPECT_EQ(used.diagnostics.list()[0].place.line, 2);
}

TEST(LoadPlan, DocumentsThatUseEachOther) {
  const auto loaded = load({{"catalogue.md", test_catalogue() + "\n" + block("use \"plan.md\"\n")},
                            {"plan.md", with_need("any member: had arrest")}},
                           "plan.md");
  EXPECT_EQ(kinds(loaded), "UseCycle");
}

TEST(LoadPlan, APlanCannotBeUsed) {
  const auto loaded = load(
      {{"catalogue.md", test_catalogue()},
       {"other.md", with_need("any member: had arrest")},
       {"plan.md", "```plan\nuse \"other.md\"\n```\n\n" + with_need("any member: had arrest")}},
      "plan.md");
  EXPECT_EQ(kinds(loaded), "PlanUsed PlanUsed PlanUsed");
}

TEST(LoadPlan, MistakesOfReadingAndCheckingComeInOneOrder) {
  const auto loaded = load_text(
      plan_around(criterion_with("any child: had ofence", "any child has") +
                  "criterion 1b \"B\"\n  need any child: had arest\n  outcome undefined\n"));
  ASSERT_EQ(loaded.diagnostics.list().size(), 3u) << to_text(loaded.diagnostics);
  int line = 0;
  for (const auto& found : loaded.diagnostics.list()) {
    EXPECT_GE(found.place.line, line);
    line = found.place.line;
  }
}

TEST(CheckDiagnostics, EveryKindHasItsOwnName) {
  std::set<std::string_view> names;
  for (const auto* kind : kCheckDiagnostics) names.insert(kind->name);
  for (const auto* kind : kExampleDiagnostics) names.insert(kind->name);
  EXPECT_EQ(names.size(), kCheckDiagnostics.size() + kExampleDiagnostics.size());
}

}  // namespace
}  // namespace hearth
