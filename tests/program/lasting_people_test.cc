// People who last, by the program: run after run, with what is proposed, decided and undone.
#include <gtest/gtest.h>

#include "program/run_program.h"

namespace hearth {
namespace {

// Enough people for a model to be learnt, each in two rows.
std::string table(int from, int to) {
  std::string text;
  const char* const forenames[] = {"Amelia", "Oliver", "Priya", "Tomasz", "Fatima", "George"};
  const char* const surnames[] = {"Hart", "Okafor", "Nowak", "Iqbal", "Dale", "Patel", "Wren"};
  for (int i = from; i < to; ++i) {
    for (const char copy : {'a', 'b'}) {
      text += std::to_string(i) + copy + "," + forenames[i % 6] + "," + surnames[i / 6 % 7] + "," +
              std::to_string(1960 + i % 50) + "-0" + std::to_string(1 + i % 9) + "-1" +
              std::to_string(i % 10) + ",XH" + std::to_string(1 + i % 30) + " " +
              std::to_string(i % 9) + "AB\n";
    }
  }
  return text;
}
const std::string kHeader = "row_id,forename,surname,birth_date,postcode\n";

class LastingPeopleProgram : public testing::Test {
 protected:
  Ran link(const std::string& rows) {
    return run_program({"link", "--input", folder.write("t.csv", kHeader + rows), "--people",
                        people, "--out", (folder.path() / "clusters.csv").string()});
  }
  std::string rows() const { return text_of(people + "/rows.csv"); }

  TemporaryFolder folder;
  std::string people = (folder.path() / "people").string();
};

TEST_F(LastingPeopleProgram, ids_stay_when_rows_come_and_nothing_happens_twice) {
  const auto first = link(table(0, 150));
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_NE(first.err.find("people founded, rows attached to 0"), std::string::npos) << first.err;
  const auto before = rows();
  const auto again = link(table(0, 150));
  EXPECT_NE(again.err.find("0 people founded, rows attached to 0"), std::string::npos) << again.err;
  EXPECT_EQ(rows(), before);
  link(table(0, 160));
  EXPECT_EQ(rows().substr(0, before.size()), before) << "rows that were known keep their person";
  EXPECT_GT(rows().size(), before.size());
}

TEST_F(LastingPeopleProgram, proposals_are_listed_and_decided) {
  link(table(0, 150));
  // As an earlier run would have left it: two people of what are now two rows of one.
  run_shell("mkdir -p '" + people +
            "2' && printf 'input,row_id,person_id,first_of,moved_to,moved_by\\n"
            "t.csv,7a,P000000001,P000000001,,\\nt.csv,7b,P000000002,P000000002,,\\n' > '" +
            people +
            "2/rows.csv' && printf 'event,date,what,person_id,other_id,about,by,because\\n"
            "1,2025-01-01,founded,P000000001,,,,\\n2,2025-01-01,founded,P000000002,,,,\\n' > '" +
            people +
            "2/events.csv' && printf 'event,input,row_id\\n1,t.csv,7a\\n2,t.csv,7b\\n' > '" +
            people + "2/event_rows.csv'");
  people += "2";
  link(table(0, 150));
  const auto listed = run_program({"link", "proposals", "--people", people, "--format", "csv"}).out;
  ASSERT_NE(listed.find("merge_proposed,P000000001,P000000002"), std::string::npos) << listed;
  const auto number = listed.substr(listed.find('\n') + 1,
                                    listed.find(',', listed.find('\n')) - listed.find('\n') - 1);
  const std::vector<std::string> who = {"--people", people, "--by", "j", "--reason", "same"};
  std::vector<std::string> words = {"link", "decide", number, "yes"};
  words.insert(words.end(), who.begin(), who.end());
  EXPECT_EQ(run_program(words).code, 0);
  EXPECT_NE(rows().find("t.csv,7b,P000000001,P000000002"), std::string::npos) << rows();
  EXPECT_EQ(run_program(words).code, 2) << "it is decided";
  EXPECT_EQ(run_program({"link", "decide", "1", "maybe", "--people", people}).code, 2);
}

}  // namespace
}  // namespace hearth
