// The fixed forms, byte for byte: other people's scripts rely on them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "program/small_council.h"

namespace hearth {
namespace {

TEST(Answers, evaluate_as_csv) {
  const SmallCouncil council;
  const auto ran = council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out,
            "family_id,plan,criterion,status,status_since,need_since,first_claimable,provisional,"
            "settles\n"
            "F1,small,1.1,achieved,2024-06-05,2024-02-01,2024-06-05,no,\n"
            "F2,small,1.1,need,2024-06-03,2024-06-03,,no,\n"
            "F2,small,2.1,need,2024-05-01,2024-05-01,,no,\n");
  EXPECT_EQ(ran.err, "");
}

TEST(Answers, evaluate_all_has_a_row_for_every_family_and_criterion) {
  const SmallCouncil council;
  const auto ran = council.ask("evaluate", {"--on", "2024-01-10", "--all", "--format", "csv"});
  EXPECT_EQ(std::ranges::count(ran.out, '\n'), 1 + 2 * 2);
  EXPECT_NE(ran.out.find("F1,small,1.1,none,"), std::string::npos) << ran.out;
}

TEST(Answers, some_criteria_are_answered_as_all_are) {
  const SmallCouncil council;
  const auto ran =
      council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv", "--criterion", "2.1,2.1"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("F2,small,2.1,need,2024-05-01,2024-05-01,,no,\n"), std::string::npos);
  EXPECT_EQ(std::ranges::count(ran.out, '\n'), 2) << ran.out;
}

TEST(Answers, a_criterion_that_no_plan_has_is_refused_with_the_nearest) {
  const SmallCouncil council;
  const auto ran = council.ask("timeline", {"--criterion", "1.1,2.2"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("the plan small has no criterion `2.2`; did you mean"), std::string::npos)
      << ran.err;
}

TEST(Answers, a_file_no_asked_criterion_reads_is_not_opened) {
  const SmallCouncil council;
  std::ofstream(council.facts + "/suspension.csv", std::ios::app) << "F?,nobody\n";
  EXPECT_EQ(council.ask("evaluate", {"--on", "2024-06-10", "--criterion", "2.1"}).code, 0);
  EXPECT_EQ(council.ask("evaluate", {"--on", "2024-06-10", "--criterion", "1.1"}).code, 4);
}

TEST(Answers, timeline_as_csv) {
  const SmallCouncil council;
  const auto ran = council.ask("timeline", {"--format", "csv", "--on", "2024-06-30"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out,
            "family_id,plan,criterion,from_date,to_date,status\n"
            "F1,small,1.1,2024-02-01,2024-06-04,need\n"
            "F1,small,1.1,2024-06-05,2024-06-30,achieved\n"
            "F2,small,1.1,2024-06-03,2024-06-30,need\n"
            "F2,small,2.1,2024-05-01,2024-06-30,need\n");
}

TEST(Answers, identify_as_csv) {
  const SmallCouncil council;
  const auto ran = council.ask("identify", {"--format", "csv", "--on", "2024-06-10"});
  EXPECT_EQ(ran.out,
            "family_id,needs,unknown,criteria\n"
            "F2,2,0,1.1; 2.1\n"
            "F1,1,0,1.1\n");
}

TEST(Answers, plan_rows_as_csv) {
  const SmallCouncil council;
  const auto ran = run_program({"plan", "rows", council.plan, "--format", "csv"});
  EXPECT_EQ(ran.out,
            "plan,headline,ref,title,entry,outcome,sustain,flags,entry_kinds,outcome_kinds\n"
            "small,1,1.1,\"Suspended, once or often\",rule,rule,in window,,,\n"
            "small,2,2.1,Rent is owed,rule,undefined,in window,starred,score,nothing\n");
}

TEST(Answers, evaluate_as_json) {
  const SmallCouncil council;
  const auto ran = council.ask("evaluate", {"--on", "2024-06-10", "--format", "json"});
  const auto rows = nlohmann::json::parse(ran.out);
  ASSERT_EQ(rows.size(), 3);
  EXPECT_EQ(rows[0]["family_id"], "F1");
  EXPECT_EQ(rows[0]["provisional"], false);
  EXPECT_EQ(rows[0]["settles"], nlohmann::json::array());
  EXPECT_EQ(rows[1]["first_claimable"], nullptr);
}

TEST(Answers, explain_as_json_is_the_tree_of_evidence) {
  const SmallCouncil council;
  const auto ran = council.ask("explain", {"F1", "1.1", "--on", "2024-06-10", "--format", "json"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto told = nlohmann::json::parse(ran.out);
  EXPECT_EQ(told["status"], "achieved");
  EXPECT_EQ(told["entry"]["on"], "2024-02-01");
  EXPECT_EQ(told["members"].size(), 2);
  EXPECT_NE(ran.out.find("\"suspension.csv\""), std::string::npos);
}

TEST(Answers, explain_in_words_says_where_it_comes_from) {
  const SmallCouncil council;
  const auto ran = council.ask("explain", {"F1", "1.1", "--on", "2024-06-10"});
  for (const auto* part : {"Suspended, once or often", "achieved", "P2, child, aged 11",
                           "suspension.csv, row 4", "2024-02-01", "coverage"}) {
    EXPECT_NE(ran.out.find(part), std::string::npos) << part << "\n" << ran.out;
  }
}

TEST(Answers, a_table_fits_a_hundred_columns) {
  const auto ran = run_program({"evaluate", "--plan", root() + "/plans/national-2022.md", "--facts",
                                root() + "/sample/facts", "--on", "2025-07-31"});
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 104) << line;
}

TEST(Answers, a_file_holds_what_standard_output_would) {
  const SmallCouncil council;
  const auto file = (council.folder.path() / "findings.csv").string();
  const auto shown = council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv"});
  const auto ran =
      council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv", "--out", file});
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(text_of(file), shown.out);
}

TEST(Answers, parquet_is_a_file_of_typed_columns) {
  const SmallCouncil council;
  const auto file = (council.folder.path() / "findings.parquet").string();
  const auto ran =
      council.ask("evaluate", {"--on", "2024-06-10", "--format", "parquet", "--out", file});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(text_of(file).substr(0, 4), "PAR1");
  EXPECT_FALSE(std::filesystem::exists(file + ".unfinished"));
}

TEST(Answers, two_plans_are_kept_apart) {
  const SmallCouncil council;
  const auto ran = council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv", "--plan",
                                            root() + "/plans/national-2022.md"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find(",small,"), std::string::npos);
  EXPECT_NE(ran.out.find(",national-2022,"), std::string::npos);
}

}  // namespace
}  // namespace hearth
