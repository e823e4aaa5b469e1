// What the program says to a script: 0 done, 1 no, 2 usage, 3 bad plan, 4 bad data, 5 the world.
#include <gtest/gtest.h>

#include "program/small_council.h"

namespace hearth {
namespace {

const std::vector<std::vector<std::string>> kCommands = {
    {"evaluate"},       {"explain"},      {"timeline"},       {"identify"},     {"plan", "check"},
    {"plan", "fmt"},    {"plan", "show"}, {"plan", "rows"},   {"plan", "test"}, {"plan", "diff"},
    {"plan", "impact"}, {"plan", "lint"}, {"plan", "render"}, {"import"},       {"link"},
    {"link", "why"},    {"load"},         {"export"},         {"status"},       {"verify"},
    {"dump"},           {"backup"},       {"restore"}};

TEST(Help, of_every_command_teaches_with_an_example) {
  for (auto words : kCommands) {
    words.emplace_back("--help");
    const auto ran = run_program(words);
    EXPECT_EQ(ran.code, 0) << words.front();
    EXPECT_NE(ran.out.find("Example"), std::string::npos) << ran.out;
    EXPECT_EQ(ran.err, "");
  }
}

TEST(Help, of_the_program_lists_the_commands) {
  const auto ran = run_program({"--help"});
  EXPECT_EQ(ran.code, 0);
  for (const auto& words : kCommands) {
    EXPECT_NE(ran.out.find(words.front()), std::string::npos) << words.front();
  }
}

TEST(ExitCode, is_2_for_wrong_usage) {
  const SmallCouncil council;
  EXPECT_EQ(run_program({}).code, 2);
  EXPECT_EQ(run_program({"evaluate"}).code, 2);
  EXPECT_EQ(council.ask("evaluate", {"--on", "31/07/2025"}).code, 2);
  EXPECT_EQ(council.ask("evaluate", {"--format", "xml"}).code, 2);
  EXPECT_EQ(council.ask("evaluate", {"--format", "parquet"}).code, 2);
  EXPECT_EQ(council.ask("evaluate", {"--family", "F9"}).code, 2);
  EXPECT_EQ(council.ask("explain", {"F1", "9.9"}).code, 2);
  const auto misspelt = run_program({"evalaute"});
  EXPECT_EQ(misspelt.code, 2);
  EXPECT_NE(misspelt.err.find("`evaluate`"), std::string::npos) << misspelt.err;
}

TEST(ExitCode, is_3_for_a_bad_plan_and_every_mistake_is_said) {
  const TemporaryFolder folder;
  const auto plan = folder.write(
      "plan.md", "```plan\nplan p \"P\"\n  in force 2020-01-01 onwards\nuse \"" + root() +
                     "/plans/catalogue.md\"\nheadline 1 \"H\"\n"
                     "criterion 1 \"C\"\n"
                     "  need any child: had suspention\n"
                     "  outcome any adlut: had arrest\n```\n");
  const auto ran = run_program({"plan", "check", plan});
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("suspension"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("adult"), std::string::npos) << ran.err;
}

TEST(ExitCode, is_4_for_bad_data_and_the_rest_is_answered) {
  const SmallCouncil council;
  council.folder.write("facts/suspension.csv",
                       "person_id,date,days\nP3,2024-06-03,1\nP2,31/02/2024,2\nP2,2024-02-01,-7\n");
  const auto ran = council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv"});
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.out.find("F2,small,1.1,need,2024-06-03"), std::string::npos) << ran.out;
  EXPECT_NE(ran.err.find("suspension.csv, row 3, column date"), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("suspension.csv: 3 rows read, 1 kept, 2 set aside"), std::string::npos);
  EXPECT_EQ(ran.err.find("31/02"), std::string::npos) << "a cell was repeated";
  EXPECT_EQ(ran.err.find("-7"), std::string::npos) << "a cell was repeated";
}

TEST(ExitCode, is_4_and_nobody_is_answered_for_without_the_members) {
  const SmallCouncil council;
  council.folder.write("facts/members.csv", "family,person,role\nF1,P1,parent\n");
  const auto ran = council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv", "--all"});
  EXPECT_EQ(ran.code, 4);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("members.csv, row 1"), std::string::npos) << ran.err;
}

TEST(ExitCode, is_3_for_a_document_too_large_to_be_a_plan_and_it_is_left_as_it_was) {
  const TemporaryFolder folder;
  const std::string text(5 << 20, 'x');
  const auto plan = folder.write("plan.md", text);
  const auto ran = run_program({"plan", "check", plan});
  EXPECT_EQ(ran.code, 3);
  EXPECT_TRUE(ran.err.starts_with(plan + ":1:4194305: error: a document larger than 4 MB"))
      << ran.err;
  EXPECT_LT(ran.err.size(), 1000u);
  EXPECT_EQ(run_program({"plan", "fmt", "--write", plan}).code, 3);
  EXPECT_EQ(text_of(plan), text);
}

TEST(ExitCode, is_5_for_a_file_that_is_no_text_at_all_by_its_size) {
  const TemporaryFolder folder;
  const auto plan = folder.write("plan.md", std::string(65 << 20, 'x'));
  const auto ran = run_program({"plan", "check", plan});
  EXPECT_EQ(ran.code, 5);
  EXPECT_NE(ran.err.find("64 MB"), std::string::npos);
}

TEST(ExitCode, is_4_for_the_broken_sample_and_nothing_crashes) {
  const auto facts = root() + "/sample-broken/facts";
  if (!std::filesystem::exists(facts)) GTEST_SKIP() << "there is no broken sample";
  const auto ran = run_program({"evaluate", "--plan", root() + "/plans/national-2022.md", "--facts",
                                facts, "--on", "2025-07-31", "--format", "csv"});
  EXPECT_EQ(ran.code, 4);
  EXPECT_TRUE(ran.out.starts_with("family_id,plan,"));
}

TEST(ExitCode, is_5_when_the_world_fails) {
  const SmallCouncil council;
  EXPECT_EQ(run_program({"plan", "check", "no-such-plan.md"}).code, 5);
  EXPECT_EQ(run_program({"evaluate", "--plan", council.plan, "--facts", "no-such-folder"}).code, 5);
  EXPECT_EQ(council.ask("evaluate", {"--out", "no-such-folder/findings.csv"}).code, 5);
}

TEST(ExitCode, of_plan_test_and_fmt_is_1_for_no) {
  const TemporaryFolder folder;
  const auto text = "```plan\nplan p \"P\"\n  in force 2020-01-01 onwards\nuse \"" + root() +
                    "/plans/catalogue.md\"\nheadline 1 \"H\"\ncriterion 1 \"C\"\n"
                    "  need any child: had suspension\n  outcome undefined\n```\n"
                    "```example\nNothing happened\n  family F started 2024-01-01\n"
                    "  Ben child born 2012-03-01\n  on 2024-02-01 1 need\n```\n";
  const auto plan = folder.write("plan.md", text);
  const auto ran = run_program({"plan", "test", plan});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("should be need and is"), std::string::npos) << ran.out;

  EXPECT_EQ(run_program({"plan", "fmt", "--check", plan}).code, 1);
  EXPECT_EQ(text_of(plan), text);
  EXPECT_EQ(run_program({"plan", "fmt", "--write", plan}).code, 0);
  EXPECT_EQ(run_program({"plan", "fmt", "--check", plan}).code, 0);
}

TEST(ExitCode, of_the_shipped_plan_is_0) {
  const auto plan = root() + "/plans/national-2022.md";
  EXPECT_EQ(run_program({"plan", "check", plan}).code, 0);
  const auto tested = run_program({"plan", "test", plan});
  EXPECT_EQ(tested.code, 0) << tested.out;
  EXPECT_EQ(run_program({"plan", "show", plan}).code, 0);
}

TEST(ClosedPipe, is_no_error) {
  const SmallCouncil council;
  const auto ran =
      run_shell("\"$HEARTH\" timeline --plan '" + root() + "/plans/national-2022.md' --facts '" +
                root() + "/sample/facts' --all --format csv | head -1; exit ${PIPESTATUS[0]}");
  EXPECT_EQ(ran.code, 0) << ran.err;
}

}  // namespace
}  // namespace hearth
