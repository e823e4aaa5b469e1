// `hearth plan lint` as its users run it: what it says of the plans that come with hearth, in each
// form, and what it answers when something is wrong.
#include <gtest/gtest.h>

#include <algorithm>

#include "program/run_program.h"

namespace hearth {
namespace {

std::string shipped_plan(const std::string& name) { return root() + "/plans/" + name + ".md"; }
std::string feeds() { return root() + "/feeds"; }
std::string catalogue() { return root() + "/plans/catalogue.md"; }

const char* const kOdd = R"(```plan
record arrest event
plan odd "Odd"
  in force 2024-01-01 onwards
headline 1 "One"
criterion 1a "Never"
  need any child: had arrest in last 6 months and no arrest in last 12 months
  outcome undefined
  source police
```
)";

TEST(Lint, SaysNothingOfPlansInWhichNothingIsOdd) {
  for (const auto* name : {"warwickshire-2015", "national-2022"}) {
    const auto ran = run_program({"plan", "lint", shipped_plan(name), "--no-feeds"});
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
    EXPECT_EQ(ran.out, "no findings in 1 plan\n");
  }
}

// Its outcome asks for a birth in the last two years, which says how old the child may be.
TEST(Lint, FindsTheOneWindowInWiltshireThatIsLongerThanItsPeriod) {
  const auto ran = run_program({"plan", "lint", shipped_plan("wiltshire-2020"), "--no-feeds"});
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_NE(ran.out.find("`6h` has to last 6 months, less than the 24 months"), std::string::npos);
  EXPECT_NE(ran.out.find("\n1 finding in 1 plan\n"), std::string::npos) << ran.out;
}

// To be assessed as needing help is to have an early help plan on file: docs/kinds.md has the row.
TEST(Lint, FindsTheOneRowInBathOfWhichNobodyIsAsked) {
  const auto plan = shipped_plan("bath-and-north-east-somerset-2015");
  const auto ran = run_program({"plan", "lint", plan, "--no-feeds"});
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_NE(ran.out.find("the entry of `3b` is printed as a statement alone"), std::string::npos);
  EXPECT_NE(ran.out.find("\n1 finding in 1 plan\n"), std::string::npos) << ran.out;
}

TEST(Lint, NamesWhatTheFeedsDoNotBring) {
  const TemporaryFolder folder;  // with the school census alone
  folder.write("school-census.toml", text_of(feeds() + "/school-census.toml"));
  const auto ran =
      run_program({"plan", "lint", shipped_plan("national-2022"), "--feeds", folder.path().string(),
                   "--catalogue", catalogue(), "--format", "csv"});
  EXPECT_EQ(ran.code, 1) << ran.err;
  EXPECT_TRUE(ran.out.starts_with("file,line,column,kind,message,cure\n"));
  EXPECT_NE(ran.out.find(",UnsuppliedRecords,\"no feed brings `score`, read by "),
            std::string::npos);
  EXPECT_NE(ran.out.find(",UnsuppliedSource,"), std::string::npos);
  EXPECT_EQ(ran.out.find("`school_term`"), std::string::npos) << "the school census brings it";
  EXPECT_EQ(ran.out.find("`school_census`,"), std::string::npos);
}

TEST(Lint, WritesTheSameFindingsInEveryForm) {
  const TemporaryFolder folder;
  const auto plan = folder.write("odd.md", kOdd);
  const std::vector<std::string> ask = {"plan", "lint", plan, "--no-feeds", "--format"};
  for (const auto* form : {"text", "table", "csv", "json"}) {
    auto words = ask;
    words.emplace_back(form);
    const auto ran = run_program(words);
    EXPECT_EQ(ran.code, 1) << form << ran.err;
    EXPECT_NE(ran.out.find("`1a` can never be a"), std::string::npos) << form << ran.out;
    EXPECT_EQ(ran.err, "") << form;
  }
}

TEST(Lint, ShowsThePlaceWithACaretAndACure) {
  const TemporaryFolder folder;
  const auto ran = run_program({"plan", "lint", folder.write("odd.md", kOdd), "--no-feeds"});
  EXPECT_NE(ran.out.find("odd.md:7:51: warning: "), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("  ^~~~~"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("note: this rules it out"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("join them with `or`"), std::string::npos) << ran.out;
}

TEST(LintGoesWrong, ABadPlanIsNotLinted) {
  const TemporaryFolder folder;
  const auto plan = folder.write("bad.md", "```plan\nplan bad \"Bad\"\n```\n");
  const auto ran = run_program({"plan", "lint", plan});
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
}

TEST(LintGoesWrong, FoldersAndFilesThatAreNotThere) {
  const auto plan = shipped_plan("national-2022");
  EXPECT_EQ(run_program({"plan", "lint", plan, "--feeds", "no/such/folder"}).code, 5);
  EXPECT_EQ(run_program({"plan", "lint", "no-such-plan.md"}).code, 5);
  EXPECT_EQ(run_program({"plan", "lint"}).code, 2);
  EXPECT_EQ(run_program({"plan", "lint", plan, "--format", "parquet"}).code, 2);
}

TEST(LintGoesWrong, AFeedThatIsWrongIsSaidAndNothingIsAnswered) {
  const TemporaryFolder folder;
  folder.write("broken.toml", "name = \n");
  const auto ran = run_program({"plan", "lint", shipped_plan("national-2022"), "--feeds",
                                folder.path().string(), "--catalogue", catalogue()});
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.err.find("broken.toml:1:"), std::string::npos) << ran.err;
  EXPECT_EQ(ran.out, "");
}

}  // namespace
}  // namespace hearth
