// hearth plan impact: the sample council under two plans.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "program/small_council.h"

namespace hearth {
namespace {

const std::vector<std::string> kPlans = {"wiltshire-2020", "bath-and-north-east-somerset-2015",
                                         "warwickshire-2015", "national-2022"};

std::string path_of(const std::string& plan) { return root() + "/plans/" + plan + ".md"; }

Ran impact(const std::string& older, const std::string& newer,
           const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {
      "plan", "impact", older, newer, "--facts", root() + "/sample/facts", "--on", "2025-03-31"};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words);
}

// The small council's plan, changed.
std::string changed(const SmallCouncil& council, const std::string& before,
                    const std::string& after) {
  auto text = text_of(council.plan);
  const auto at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return council.folder.write("newer.md", text.replace(at, before.size(), after));
}

Ran small_impact(const SmallCouncil& council, const std::string& newer,
                 const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"plan",    "impact",      council.plan, newer,
                                    "--facts", council.facts, "--on",       "2024-06-10"};
  words.insert(words.end(), more.begin(), more.end());
  return run_program(words);
}

TEST(PlanImpact, of_a_plan_against_itself_changes_nothing) {
  for (const auto& plan : kPlans) {
    const auto ran = impact(path_of(plan), path_of(plan), {"--format", "csv"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out.find("family,"), std::string::npos) << ran.out;
    const auto rows =
        nlohmann::json::parse(impact(path_of(plan), path_of(plan), {"--format", "json"}).out);
    for (const auto& row : rows) {
      EXPECT_EQ(row["before"], row["after"]);
      EXPECT_EQ(row["gained"], 0);
      EXPECT_EQ(row["lost"], 0);
      EXPECT_EQ(row["undecided"], 0);
    }
  }
}

TEST(PlanImpact, of_a_stricter_entry_names_who_loses_the_need) {
  const SmallCouncil council;
  const auto newer = changed(council, "had suspension in last 6 months",
                             "days of suspension in last 6 months >= 2");
  const auto ran = small_impact(council, newer, {"--format", "csv"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out,
            "part,family_id,criterion,criterion_before,of,before,after,gained,lost,undecided\n"
            "total,,,,need,2,2,0,1,0\n"
            "total,,,,outcome,1,1,0,0,0\n"
            "total,,,,eligible,2,2,0,0,0\n"
            "criterion,,1.1,1.1,need,2,1,0,1,0\n"
            "criterion,,1.1,1.1,outcome,1,1,0,0,0\n"
            "criterion,,2.1,2.1,need,1,1,0,0,0\n"
            "criterion,,2.1,2.1,outcome,0,0,0,0,0\n"
            "family,F2,1.1,1.1,need,1,0,0,1,0\n");
}

std::size_t times(const std::string& part, const std::string& text) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

TEST(PlanImpact, agrees_with_evaluate_and_identify) {
  const auto older = path_of("national-2022"), newer = path_of("wiltshire-2020");
  const auto ask = [&](const std::string& command) {
    return run_program({command, "--plan", older, "--plan", newer, "--facts",
                        root() + "/sample/facts", "--on", "2025-03-31", "--format", "csv"})
        .out;
  };
  const auto findings = ask("evaluate"), identified = ask("identify");
  for (const auto& row : nlohmann::json::parse(impact(older, newer, {"--format", "json"}).out)) {
    if (row["part"] == "total" && row["of"] == "eligible") {
      EXPECT_EQ(row["before"], times(",national-2022,", identified));
      EXPECT_EQ(row["after"], times(",wiltshire-2020,", identified));
    }
    if (row["part"] != "criterion" || row["of"] != "outcome") continue;
    const auto achieved = [&](const std::string& plan, const nlohmann::json& ref) {
      return times("," + plan + "," + ref.get<std::string>() + ",achieved,", findings);
    };
    if (!row["criterion"].get<std::string>().empty()) {
      EXPECT_EQ(row["after"], achieved("wiltshire-2020", row["criterion"]));
    }
    if (!row["criterion_before"].get<std::string>().empty()) {
      EXPECT_EQ(row["before"], achieved("national-2022", row["criterion_before"]));
    }
  }
}

TEST(PlanImpact, says_totals_first_and_no_name_of_anybody) {
  const auto ran = impact(path_of("national-2022"), path_of("wiltshire-2020"));
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with(
      "From national-2022 to wiltshire-2020 on 2025-03-31: 40 families judged, "))
      << ran.out;
  EXPECT_LT(ran.out.find("a need"), ran.out.find("1a (added)"));
  EXPECT_LT(ran.out.find("1a (added)"), ran.out.find("\nF01 "));
  EXPECT_EQ(ran.err, "");
}

TEST(PlanImpact, is_the_same_with_any_number_of_threads) {
  const auto one = impact(path_of("national-2022"), path_of("warwickshire-2015"),
                          {"--threads", "1", "--format", "csv"});
  const auto three = impact(path_of("national-2022"), path_of("warwickshire-2015"),
                            {"--threads", "3", "--format", "csv"});
  EXPECT_EQ(one.out, three.out);
}

TEST(PlanImpact, uses_only_what_was_known_by_the_day) {
  const SmallCouncil council;
  council.folder.write("facts/suspension.csv",
                       "person_id,date,days,known_on\nP3,2024-06-03,1,2024-06-09\n");
  const auto newer =
      changed(council, "had suspension in last 6 months", "had suspension in last 1 month");
  const auto lax = changed(council, "any child: had suspension", "any member: had suspension");
  const auto late = small_impact(council, lax, {"--known", "2024-06-08", "--format", "csv"});
  EXPECT_NE(late.out.find("criterion,,1.1,1.1,need,0,0"), std::string::npos) << late.out;
  const auto now = small_impact(council, newer, {"--format", "csv"});
  EXPECT_NE(now.out.find("criterion,,1.1,1.1,need,1,1"), std::string::npos) << now.out;
}

TEST(PlanImpact, writes_a_file) {
  const SmallCouncil council;
  const auto newer = changed(council, "at least 1 criteria", "at least 2 criteria");
  const auto file = (council.folder.path() / "impact.txt").string();
  const auto shown = small_impact(council, newer);
  const auto ran = small_impact(council, newer, {"--out", file});
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(text_of(file), shown.out);
  EXPECT_NE(shown.out.find("F1      eligible"), std::string::npos) << shown.out;
}

TEST(PlanImpact, of_facts_with_bad_rows_exits_4_and_answers_for_the_rest) {
  const SmallCouncil council;
  const auto newer = changed(council, "at least 1 criteria", "at least 2 criteria");
  council.folder.write("facts/suspension.csv",
                       "person_id,date,days\nP3,2024-06-03,1\nP2,31/02/2024,2\n");
  const auto ran = small_impact(council, newer);
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.out.find("2 families judged"), std::string::npos) << ran.out;
  EXPECT_NE(ran.err.find("suspension.csv, row 3, column date"), std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("suspension.csv, row 3", ran.err.find("row 3") + 1), std::string::npos)
      << "said twice\n"
      << ran.err;
}

TEST(PlanImpact, of_a_plan_with_a_mistake_exits_3) {
  const SmallCouncil council;
  const auto bad = changed(council, "had suspension", "had suspention");
  const auto ran = small_impact(council, bad);
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
}

TEST(PlanImpact, asks_for_facts_and_a_day_that_exists) {
  const SmallCouncil council;
  EXPECT_EQ(run_program({"plan", "impact", council.plan, council.plan}).code, 2);
  EXPECT_EQ(small_impact(council, council.plan, {"--known", "yesterday"}).code, 2);
  EXPECT_EQ(run_program({"plan", "impact", council.plan, council.plan, "--facts", "nowhere"}).code,
            5);
}

}  // namespace
}  // namespace hearth
