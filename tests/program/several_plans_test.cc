// Two plans at once: one may have been in force when a family started, the other now.
#include <gtest/gtest.h>

#include <sstream>

#include "program/small_council.h"

namespace hearth {
namespace {

// A second plan for the small council, under another name.
std::string other_plan(const SmallCouncil& council, const std::string& name) {
  auto text = text_of(council.plan);
  const auto at = text.find("plan small");
  text.replace(at, 10, "plan " + name);
  return council.folder.write(name + ".md", text);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The lines but the first that say `plan` in their column.
std::string rows_of(const std::string& answer, const std::string& plan) {
  std::string rows;
  for (const auto& line : lines_of(answer)) {
    if (line.find("," + plan + ",") != std::string::npos) rows += line + "\n";
  }
  return rows;
}

class SeveralPlans : public ::testing::TestWithParam<const char*> {};

TEST_P(SeveralPlans, are_answered_one_after_the_other_as_given) {
  const SmallCouncil council;
  const auto other = other_plan(council, "an-earlier-one");
  const auto ran =
      council.ask(GetParam(), {"--on", "2024-06-10", "--format", "csv", "--plan", other});
  EXPECT_EQ(ran.code, 0) << ran.err;
  const auto first = rows_of(ran.out, "an-earlier-one"), second = rows_of(ran.out, "small");
  EXPECT_FALSE(first.empty());
  EXPECT_EQ(ran.out, lines_of(ran.out).front() + "\n" + first + second);
}

TEST_P(SeveralPlans, of_one_name_are_refused) {
  const SmallCouncil council;
  const auto copy = council.folder.write("copy.md", text_of(council.plan));
  const auto ran = council.ask(GetParam(), {"--on", "2024-06-10", "--plan", copy});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("two plans are named `small`: "), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("; give one another name"), std::string::npos) << ran.err;
}

TEST_P(SeveralPlans, are_not_answered_at_all_if_one_has_a_mistake) {
  const SmallCouncil council;
  const auto bad = council.folder.write("bad.md", "```plan\nplan bad \"Bad\"\n```\n");
  const auto ran = council.ask(GetParam(), {"--on", "2024-06-10", "--plan", bad});
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
}

INSTANTIATE_TEST_SUITE_P(Commands, SeveralPlans,
                         ::testing::Values("evaluate", "timeline", "identify"),
                         [](const auto& info) { return std::string(info.param); });

TEST(SeveralPlansOfCouncils, are_each_answered_as_if_alone) {
  const std::vector<std::string> names = {"wiltshire-2020", "bath-and-north-east-somerset-2015",
                                          "warwickshire-2015", "national-2022"};
  std::vector<std::string> question = {
      "evaluate", "--facts", root() + "/sample/facts", "--on", "2025-03-31", "--format", "csv"};
  auto all = question;
  for (const auto& name : names) {
    all.insert(all.end(), {"--plan", root() + "/plans/" + name + ".md"});
  }
  const auto together = run_program(all);
  EXPECT_EQ(together.code, 0) << together.err;
  std::string apart;
  for (const auto& name : names) {
    auto one = question;
    one.insert(one.end(), {"--plan", root() + "/plans/" + name + ".md"});
    const auto ran = run_program(one);
    apart += apart.empty() ? ran.out : ran.out.substr(ran.out.find('\n') + 1);
  }
  EXPECT_EQ(together.out, apart);
}

TEST(SeveralPlansOfCouncils, a_fault_of_the_facts_is_said_once) {
  const SmallCouncil council;
  council.folder.write("facts/suspension.csv", "person_id,date,days\nP2,31/02/2024,2\n");
  const auto ran =
      council.ask("evaluate", {"--on", "2024-06-10", "--plan", root() + "/plans/national-2022.md"});
  EXPECT_EQ(ran.code, 4);
  const auto first = ran.err.find("suspension.csv, row 2");
  ASSERT_NE(first, std::string::npos) << ran.err;
  EXPECT_EQ(ran.err.find("suspension.csv, row 2", first + 1), std::string::npos) << ran.err;
}

TEST(OnePlan, identify_keeps_its_columns) {
  const SmallCouncil council;
  const auto ran = council.ask("identify", {"--on", "2024-06-10", "--format", "csv"});
  EXPECT_TRUE(ran.out.starts_with("family_id,needs,unknown,criteria\n"));
}

}  // namespace
}  // namespace hearth
