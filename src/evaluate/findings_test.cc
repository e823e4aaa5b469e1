#include <gtest/gtest.h>

#include "evaluate/family_judge.h"
#include "language/plan_under_test.h"

namespace hearth {
namespace {

// Nobody was called, and once the adult has left nobody could be: the entry is no on every day, as
// far as coverage and what is carried of it can tell.
LoadedPlan nobody_called(const std::string& covered) {
  return load_text(block("use \"catalogue.md\"\nplan t \"T\"\n  in force 2000-01-01 onwards\n"
                         "record call event\n  carry 31 days\nheadline 1 \"One\"\n"
                         "criterion 1a \"Called\"\n  need any adult: had call in last 3 months\n"
                         "  outcome undefined\n") +
                   example_block("A gap in coverage, or none\n  family F started 2024-01-01\n"
                                 "  Ann parent born 1985-05-05 from 2023-06-01 to 2024-03-31"
                                 " · Cat child born 2015-01-01\n" +
                                 covered + "  on 2024-02-01  1a none\n"));
}

// As all days tell it, and as the days up to the one that is asked about do.
std::string told(const LoadedPlan& loaded) {
  if (!loaded.plan) return to_text(loaded.diagnostics);
  const auto on = date_of({2024, 2, 1});
  const Judge judge(*loaded.plan, *loaded.plan->examples.front().facts);
  const auto words = [](const Finding& finding) {
    return std::string(to_text(finding.status)) + (finding.provisional ? ", provisional" : "");
  };
  FamilyJudge few_days(judge);
  few_days.courses(FamilyId(0), on);
  const auto course = judge.courses(FamilyId(0)).front();
  return words(judge.finding(FamilyId(0), CriterionId(0), course, on)) + "; " +
         words(few_days.finding(CriterionId(0), on));
}

TEST(Findings, LeanOnCoverageThatIsCarriedOverAGap) {
  EXPECT_EQ(told(nobody_called("  covered call 2023-01-01 to 2023-12-10\n"
                               "  covered call 2024-01-05 to 2024-12-31\n")),
            "none, provisional; none, provisional");
}

TEST(Findings, LeanOnNothingWhereCoverageIsWhole) {
  EXPECT_EQ(told(nobody_called("  covered call 2023-01-01 to 2024-12-31\n")), "none; none");
}

// What the next term brings is not known once the calendar ends, however few days are asked about.
TEST(Findings, AreUnknownBeyondTheLastTerm) {
  const auto loaded = load_text(
      block("use \"catalogue.md\"\nplan t \"T\"\n  in force 2000-01-01 onwards\n"
            "record call event\nheadline 1 \"One\"\n"
            "criterion 1a \"Called\"\n  need any adult: had call in next 1 term\n"
            "  outcome undefined\n") +
      example_block("After the last term\n  term only 2023-01-09 to 2023-03-31\n"
                    "  family F started 2024-01-01\n"
                    "  Ann parent born 1985-05-05\n  covered call 2022-01-01 to 2024-12-31\n"
                    "  Ann call 2023-02-01\n  on 2024-02-01  1a unknown\n"));
  EXPECT_EQ(told(loaded), "unknown; unknown");
}

}  // namespace
}  // namespace hearth
