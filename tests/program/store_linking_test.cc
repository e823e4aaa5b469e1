// Who is who in a store, by the program: linked, listed, decided, asked; and what it refuses.
#include <gtest/gtest.h>

#include "program/run_program.h"

namespace hearth {
namespace {

std::vector<std::string> joined(std::vector<std::string> words,
                                const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

class StoreLinking : public testing::Test {
 protected:
  Ran link(const std::vector<std::string>& more = {}) {
    return run_program(joined({"link", "--store", store}, more));
  }
  void load_council() {
    const auto council = (folder.path() / "council").string();
    ASSERT_EQ(run_program({"simulate", "--families", "60", "--out", council}).code, 0);
    for (const std::string feed : {"early-help", "benefits"}) {
      const auto loaded =
          run_shell("\"$HEARTH\" load --store '" + store + "' --feed " + feed +
                    " --started 2022-04-01 --on 2025-04-01 --received 2025-04-01 '" + council +
                    "'/files/" + feed + "_*.csv");
      ASSERT_TRUE(loaded.code == 0 || loaded.code == 4) << loaded.err;
    }
  }
  TemporaryFolder folder;
  std::string store = (folder.path() / "store").string();
};

TEST_F(StoreLinking, founds_people_once_and_questions_go_by_them) {
  load_council();
  const auto first = link({"--on", "2025-04-02"});
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_NE(first.out.find("run 1: "), std::string::npos) << first.out;
  EXPECT_NE(first.out.find(" people founded, rows attached to 0"), std::string::npos) << first.out;
  const auto again = link();
  EXPECT_EQ(again.out, "there is nothing in the store that was not looked at before\n");
  const auto anew = link({"--anew"});
  EXPECT_NE(anew.out.find("\n0 people founded, rows attached to 0; merges proposed: 0, splits "
                          "proposed: 0"),
            std::string::npos)
      << anew.out;
  const auto dump = run_program({"dump", "--store", store}).out;
  EXPECT_NE(dump.find("\nlink_run 1|2025-04-02|1|"), std::string::npos);
  EXPECT_NE(dump.find("|founded|P000000001|"), std::string::npos);
  EXPECT_EQ(run_program({"verify", "--store", store}).code, 0);

  const std::vector<std::string> question = {
      "evaluate", "--store",    store,   "--plan",   root() + "/plans/national-2022.md",
      "--on",     "2025-03-31", "--all", "--format", "csv"};
  const auto now = run_program(question);
  ASSERT_EQ(now.code, 0) << now.err;
  EXPECT_NE(now.out.find("\nP000000"), std::string::npos) << now.out.substr(0, 500);
  const auto then = run_program(joined(question, {"--known", "2025-04-01"}));
  ASSERT_EQ(then.code, 0) << then.err;
  EXPECT_EQ(then.out.find("\nP000000"), std::string::npos) << "nobody was linked by that day";
}

TEST_F(StoreLinking, decisions_need_a_proposal) {
  load_council();
  const auto early = run_program({"link", "proposals", "--store", store});
  EXPECT_EQ(early.code, 5);
  EXPECT_NE(early.err.find("nobody was linked in this store yet"), std::string::npos) << early.err;
  ASSERT_EQ(link().code, 0);
  const auto listed = run_program({"link", "proposals", "--store", store, "--format", "csv"});
  EXPECT_EQ(listed.code, 0);
  EXPECT_TRUE(listed.out.starts_with("event,date,what,person_id,other_id,because,rows\n"));
  const auto decided = run_program({"link", "decide", "999999", "yes", "--store", store, "--by",
                                    "j", "--reason", "known to me"});
  EXPECT_EQ(decided.code, 2);
  EXPECT_NE(decided.err.find("no open proposal has this number"), std::string::npos) << decided.err;
}

TEST_F(StoreLinking, refuses_what_cannot_be_meant) {
  EXPECT_EQ(link({"--input", "rows.csv"}).code, 2);
  EXPECT_EQ(link({"--people", "people"}).code, 2);
  EXPECT_EQ(link().code, 5) << "there is no store";
  EXPECT_EQ(run_program({"link", "--anew"}).code, 2);
  EXPECT_EQ(run_program({"link", "proposals"}).code, 2);
  EXPECT_EQ(run_program({"link", "proposals", "--store", store, "--people", store}).code, 2);
}

}  // namespace
}  // namespace hearth
