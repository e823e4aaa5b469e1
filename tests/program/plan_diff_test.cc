// hearth plan diff on the plans that come with hearth.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "program/small_council.h"

namespace hearth {
namespace {

const std::vector<std::string> kPlans = {"wiltshire-2020", "bath-and-north-east-somerset-2015",
                                         "warwickshire-2015", "national-2022"};

std::string path_of(const std::string& plan) { return root() + "/plans/" + plan + ".md"; }

// The plan beside what it uses, changed: the first of each pair by the second.
std::string changed(const TemporaryFolder& folder, const std::string& plan,
                    const std::vector<std::pair<std::string, std::string>>& changes) {
  for (const auto* used : {"catalogue", "england-terms", "shared-definitions"}) {
    folder.write(std::string(used) + ".md", text_of(path_of(used)));
  }
  auto text = text_of(path_of(plan));
  for (const auto& [before, after] : changes) {
    const auto at = text.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    if (at != std::string::npos) text.replace(at, before.size(), after);
  }
  return folder.write("changed.md", text);
}

TEST(PlanDiff, of_a_plan_and_itself_says_nothing_and_exits_0) {
  for (const auto& plan : kPlans) {
    const auto ran = run_program({"plan", "diff", path_of(plan), path_of(plan)});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with("nothing changed: ")) << ran.out;
    EXPECT_EQ(run_program({"plan", "diff", path_of(plan), path_of(plan), "--format", "json"}).out,
              "[]\n");
  }
}

TEST(PlanDiff, of_a_plan_laid_out_otherwise_is_nothing) {
  for (const auto& plan : kPlans) {
    const TemporaryFolder folder;
    auto untidy = changed(folder, plan, {});
    auto text = text_of(untidy);
    for (std::size_t at = 0; (at = text.find("  need        ", at)) != std::string::npos;) {
      text.replace(at, 14, "  need ");
    }
    untidy = folder.write("untidy.md", text);
    const auto layout = folder.write("layout.md", run_program({"plan", "fmt", untidy}).out);
    EXPECT_NE(text_of(untidy), text_of(layout));
    const auto ran = run_program({"plan", "diff", untidy, layout});
    EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
  }
}

TEST(PlanDiff, of_any_two_shipped_plans_exits_1_and_counts_every_row) {
  for (const auto& older : kPlans) {
    for (const auto& newer : kPlans) {
      if (older == newer) continue;
      const auto ran = run_program({"plan", "diff", path_of(older), path_of(newer)});
      EXPECT_EQ(ran.code, 1) << ran.err;
      EXPECT_NE(ran.out.find("name: was " + older + ", now " + newer), std::string::npos);
      EXPECT_NE(ran.out.find("\ncriteria: "), std::string::npos);
    }
  }
}

TEST(PlanDiff, of_one_threshold_names_that_criterion_alone) {
  const TemporaryFolder folder;
  const auto newer = changed(
      folder, "national-2022",
      {{"counted_attendance in last 2 terms < 90%", "counted_attendance in last 2 terms < 85%"}});
  const auto ran = run_program({"plan", "diff", path_of("national-2022"), newer});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("counted_attendance in last 2\n      terms: from < 90% to < 85%"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("criteria: 0 added, 0 dropped, 1 changed, 0 renumbered, 36 the same"),
            std::string::npos)
      << ran.out;
}

// Every number after a comparison in the national plan, one at a time, by one: the plan differs,
// and what differs stands on it.
TEST(PlanDiff, any_threshold_is_found) {
  const auto text = text_of(path_of("national-2022"));
  std::size_t tried = 0;
  for (std::size_t at = 0; (at = text.find(" >= ", at)) != std::string::npos; ++at) {
    const auto digits = text.substr(at + 4, 2);
    if (text.rfind("\n  on ", at) > text.rfind("\n```", at)) continue;  // inside an example
    if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) continue;
    if (++tried % 4 != 1) continue;  // a quarter of them says enough
    const TemporaryFolder folder;
    changed(folder, "national-2022", {});
    auto other = text;
    other[at + 5] = digits[1] == '9' ? '8' : static_cast<char>(digits[1] + 1);
    const auto newer = folder.write("newer.md", other);
    const auto ran = run_program({"plan", "diff", path_of("national-2022"), newer});
    EXPECT_EQ(ran.code, 1) << other.substr(at - 40, 60) << ran.err;
    EXPECT_NE(ran.out.find("from >= " + digits), std::string::npos) << ran.out;
  }
  EXPECT_GT(tried, 0);
}

TEST(PlanDiff, as_json_has_a_row_for_each_clause) {
  const TemporaryFolder folder;
  const auto newer =
      changed(folder, "national-2022",
              {{"eligible    at least 3 criteria", "eligible    at least 2 headlines"},
               {"criterion 1.2 ", "criterion 1.9 "}});
  auto text = text_of(newer);
  for (std::size_t at = 0; (at = text.find("  1.2 ", at)) != std::string::npos;) {
    text.replace(at, 6, "  1.9 ");  // in the examples
  }
  const auto ran = run_program({"plan", "diff", path_of("national-2022"),
                                folder.write("changed.md", text), "--format", "json"});
  EXPECT_EQ(ran.code, 1) << ran.err;
  const auto rows = nlohmann::json::parse(ran.out);
  ASSERT_EQ(rows.size(), 2) << ran.out;
  EXPECT_EQ(rows[0]["part"], "plan");
  EXPECT_EQ(rows[0]["clause"], "eligible");
  EXPECT_EQ(rows[0]["before"], "at least 3 criteria");
  EXPECT_EQ(rows[0]["after"], "at least 2 headlines");
  EXPECT_EQ(rows[1]["how"], "renumbered");
  EXPECT_EQ(rows[1]["name_before"], "1.2");
  EXPECT_EQ(rows[1]["name"], "1.9");
}

TEST(PlanDiff, a_document_both_use_is_compared_too) {
  const TemporaryFolder folder;
  const auto newer = changed(folder, "national-2022", {});
  auto shared = text_of(path_of("shared-definitions"));
  const std::string phrase = "no concern where topic = worry in last 1 month";
  shared.replace(shared.find(phrase), phrase.size(),
                 "no concern where topic = worry in last 2 months");
  folder.write("shared-definitions.md", shared);
  const auto ran = run_program({"plan", "diff", path_of("national-2022"), newer});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("definition quiet, used by "), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("(through definition quiet)"), std::string::npos) << ran.out;
}

TEST(PlanDiff, a_plan_with_a_mistake_exits_3_and_says_it) {
  const TemporaryFolder folder;
  const auto wrong = changed(folder, "national-2022", {{"had concern", "had concrn"}});
  folder.write("shared-definitions.md", text_of(path_of("shared-definitions")));
  const auto bad =
      folder.write("bad.md",
                   "```plan\nplan p \"P\"\n  in force 2020-01-01 onwards\nheadline 1 \"H\"\n"
                   "criterion 1 \"C\"\n  need any child: had suspention\n```\n");
  for (const auto& plans :
       {std::vector{path_of("national-2022"), bad}, std::vector{bad, path_of("national-2022")},
        std::vector{wrong, wrong}}) {
    const auto ran = run_program({"plan", "diff", plans[0], plans[1]});
    EXPECT_EQ(ran.code, 3);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("error: "), std::string::npos) << ran.err;
  }
}

TEST(PlanDiff, asks_for_two_plans_that_are_there) {
  EXPECT_EQ(run_program({"plan", "diff", path_of("national-2022")}).code, 2);
  EXPECT_EQ(run_program({"plan", "diff", path_of("national-2022"), "nowhere.md"}).code, 5);
  EXPECT_EQ(run_program({"plan", "diff", path_of("national-2022"), path_of("national-2022"),
                         "--format", "xml"})
                .code,
            2);
}

}  // namespace
}  // namespace hearth
