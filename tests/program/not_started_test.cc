// Families that work has not begun with: an empty `started_on`. They are judged as if it began on
// the day that is asked about, and no more is claimed of them than that.
#include <gtest/gtest.h>

#include "program/small_council.h"

namespace hearth {
namespace {

struct NotStarted : testing::Test {
  NotStarted() {
    council.folder.write("facts/families.csv",
                         "family_id,started_on,closed_on\nF2,,\nF1,,2024-08-31\nF3,,2024-04-30\n");
    council.folder.write("facts/members.csv",
                         "family_id,person_id,role,start_date,end_date\nF1,P1,parent,,\n"
                         "F2,P3,child,2024-02-01,\nF1,P2,child,2024-01-01,2024-08-31\n"
                         "F3,P3,child,,2024-04-30\n");
  }
  SmallCouncil council;
};

TEST_F(NotStarted, have_the_needs_of_the_day_and_nothing_has_improved) {
  const auto ran = council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  // Had work begun before, 1.1 of F1 would be achieved: its last suspension is three months ago.
  EXPECT_EQ(ran.out,
            "family_id,plan,criterion,status,status_since,need_since,first_claimable,provisional,"
            "settles\n"
            "F1,small,1.1,need,2024-06-10,2024-06-10,,no,\n"
            "F2,small,1.1,need,2024-06-10,2024-06-10,,no,\n"
            "F2,small,2.1,need,2024-06-10,2024-06-10,,no,\n");
  EXPECT_EQ(ran.err,
            "note: of 2 families 2 have no start of work; they are judged as if it began on "
            "2024-06-10\n");
}

TEST_F(NotStarted, are_identified_by_the_needs_of_that_day_alone) {
  const auto now = council.ask("identify", {"--on", "2024-07-10", "--format", "csv"});
  EXPECT_EQ(now.out, "family_id,needs,unknown,criteria\nF2,2,0,1.1; 2.1\nF1,1,0,1.1\n") << now.err;
  const auto later = council.ask("identify", {"--on", "2024-12-20", "--format", "csv"});
  EXPECT_EQ(later.out.find("F1,"), std::string::npos) << "it ended: " << later.out;
}

TEST_F(NotStarted, are_passed_over_where_nobody_is_of_them_that_day) {
  const auto all = council.ask("evaluate", {"--on", "2024-01-10", "--all", "--format", "csv"});
  EXPECT_NE(all.out.find("\nF1,small,1.1,none,2024-01-10"), std::string::npos) << all.out;
  EXPECT_NE(all.out.find("\nF3,"), std::string::npos) << all.out;
  EXPECT_EQ(all.out.find("\nF2,"), std::string::npos) << all.out;
  const auto later = council.ask("evaluate", {"--on", "2024-06-10", "--all", "--format", "csv"});
  EXPECT_EQ(later.out.find("\nF3,"), std::string::npos) << "it had ended: " << later.out;
}

TEST_F(NotStarted, are_explained_as_that) {
  auto words = council.ask("explain", {"F1", "1.1", "--on", "2024-06-10"});
  EXPECT_EQ(words.code, 0) << words.err;
  EXPECT_NE(words.out.find("work with this family has no start"), std::string::npos) << words.out;
  EXPECT_EQ(words.out.find("Has it improved?"), std::string::npos) << words.out;
}

TEST_F(NotStarted, a_start_that_cannot_be_read_is_still_a_fault) {
  council.folder.write("facts/families.csv", "family_id,started_on\nF1,31/02/2024\nF2,\n");
  const auto ran = council.ask("evaluate", {"--on", "2024-06-10", "--format", "csv"});
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("families.csv, row 2, column started_on"), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("\nF2,small,1.1,need"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace hearth
