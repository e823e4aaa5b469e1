// Families by the program: formed from tables, listed, explained, corrected, and formed again.
#include <gtest/gtest.h>

#include <filesystem>

#include "program/run_program.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

const std::string kHeader =
    "person_id,known_on,feed,local_id,birth_date,address,postcode,protected\n";

std::string seen(const std::string& person, const std::string& on, const std::string& born,
                 const std::string& address, const std::string& rest = "") {
  return person + "," + on + ",gp," + person + "," + born + ",\"" + address + "\",XH1 1AA," + rest +
         "\n";
}

// Ann and Ben with Kim; Dee lives elsewhere.
const std::string kSightings = kHeader + seen("ann", "2022-04-01", "1985-01-01", "1 Elm Row, Ham") +
                               seen("ben", "2022-04-01", "1984-01-01", "1 Elm Row, Ham") +
                               seen("kim", "2022-04-01", "2012-01-01", "1 Elm Row, Ham") +
                               seen("dee", "2022-04-01", "1990-01-01", "2 Elm Row, Ham");

class FamiliesProgram : public testing::Test {
 protected:
  Ran form(const std::string& sightings, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {
        "families", "form", "--sightings", folder.write("sightings.csv", sightings), "--out", out};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  }
  std::string list(const std::string& on) {
    return run_program({"families", "--families", out, "--on", on, "--format", "csv"}).out;
  }
  Ran explain(const std::string& family) {
    return run_program({"families", "explain", family, "--families", out});
  }
  std::string everything() const {
    std::string text;
    for (const auto& entry : fs::recursive_directory_iterator(out)) {
      if (entry.is_regular_file()) text += text_of(entry.path().string());
    }
    return text;
  }

  TemporaryFolder folder;
  std::string out = (folder.path() / "families").string();
};

TEST_F(FamiliesProgram, forms_lists_and_explains) {
  const auto ran = form(kSightings);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("4 people are 2 families"), std::string::npos) << ran.out;
  EXPECT_EQ(list("2022-06-01"),
            "family_id,members,children,elsewhere,people\n"
            "F00000001,3,1,0,ann; ben; kim\nF00000002,1,0,0,dee\n");
  const auto why = explain("F00000001").out;
  EXPECT_NE(why.find("kim, child"), std::string::npos) << why;
  EXPECT_NE(why.find("lives at one address with ann"), std::string::npos) << why;
  EXPECT_NE(why.find("told by: gp"), std::string::npos) << why;
}

TEST_F(FamiliesProgram, writes_a_facts_folder_that_is_read_as_one) {
  form(kSightings, {"--started", "2022-05-01"});
  const auto ran = run_program({"identify", "--plan", root() + "/plans/national-2022.md", "--facts",
                                out + "/facts", "--on", "2023-03-31"});
  EXPECT_EQ(ran.code, 0) << ran.err;
}

TEST_F(FamiliesProgram, an_id_lasts_when_families_split_and_merge_and_none_is_used_again) {
  form(kSightings);
  const auto split = kSightings + seen("ben", "2023-02-01", "1984-01-01", "3 Elm Row, Ham") +
                     seen("ann", "2023-02-01", "1985-01-01", "1 Elm Row, Ham");
  form(split);
  EXPECT_NE(list("2023-03-01").find("F00000001,2,1,0,ann; kim\n"), std::string::npos);
  EXPECT_NE(list("2023-03-01").find("F00000002,1,0,0,dee\n"), std::string::npos);
  EXPECT_NE(list("2023-03-01").find("F00000003,1,0,0,ben\n"), std::string::npos);
  form(kSightings);  // the split was a mistake, and is taken back
  EXPECT_NE(explain("F00000003").out.find("replaced by F00000001"), std::string::npos);
  form(split);
  EXPECT_NE(list("2023-03-01").find("F00000004,1,0,0,ben\n"), std::string::npos);
  EXPECT_NE(explain("F00000003").out.find("replaced by F00000001"), std::string::npos);
}

TEST_F(FamiliesProgram, goes_by_what_was_decided) {
  form(kSightings);
  const std::vector<std::string> correct = {
      "--families", out, "--by", "j.smith", "--reason", "a lodger, says \"the tenancy\""};
  std::vector<std::string> words = {"families", "correct", "apart", "ben", "ann"};
  words.insert(words.end(), correct.begin(), correct.end());
  EXPECT_EQ(run_program(words).code, 0);
  words = {"families", "correct", "together", "dee", "ann", "--from", "2023-01-01"};
  words.insert(words.end(), correct.begin(), correct.end());
  EXPECT_EQ(run_program(words).code, 0);
  EXPECT_EQ(form(kSightings).code, 0);
  EXPECT_NE(list("2022-06-01").find("ann; kim\n"), std::string::npos) << list("2022-06-01");
  EXPECT_NE(list("2023-06-01").find("ann; dee; kim\n"), std::string::npos);
  words = {"families", "correct", "undecided", "ben", "ann"};
  words.insert(words.end(), correct.begin(), correct.end());
  run_program(words);
  form(kSightings);
  EXPECT_NE(list("2022-06-01").find("ann; ben; kim\n"), std::string::npos);
}

TEST_F(FamiliesProgram, a_protected_address_appears_nowhere_nor_does_any_other) {
  const auto ran =
      form(kSightings + seen("ann", "2023-02-01", "1985-01-01", "7 Secret Way, Ham", "yes") +
           seen("kim", "2023-02-01", "2012-01-01", "7 Secret Way, Ham", "yes") +
           seen("ben", "2023-03-01", "1984-01-01", "1 Elm Row, Ham"));
  EXPECT_EQ(ran.code, 0) << ran.err;
  const auto said = ran.out + ran.err + everything() + explain("F00000001").out;
  for (const std::string word : {"Secret", "Elm", "XH1", "1AA"}) {
    EXPECT_EQ(said.find(word), std::string::npos) << word;
  }
  const auto ben = explain("F00000003").out;
  EXPECT_NE(ben.find("split from a family that is not named here"), std::string::npos) << ben;
  EXPECT_EQ(ben.find("F00000001"), std::string::npos) << ben;
}

TEST_F(FamiliesProgram, the_order_of_rows_changes_nothing) {
  form(kSightings);
  const auto first = everything();
  std::string turned = kHeader;
  turned += seen("dee", "2022-04-01", "1990-01-01", "2 Elm Row, Ham");
  turned += seen("kim", "2022-04-01", "2012-01-01", "1 Elm Row, Ham");
  turned += seen("ben", "2022-04-01", "1984-01-01", "1 Elm Row, Ham");
  turned += seen("ann", "2022-04-01", "1985-01-01", "1 Elm Row, Ham");
  out += "-again";
  form(turned);
  EXPECT_EQ(everything(), first);
}

TEST_F(FamiliesProgram, one_slip_in_a_postcode_or_none_is_no_other_home) {
  form(kSightings + "eve,2022-04-01,gp,eve,1960-01-01,\"1 Elm Row, Ham\",XH1 1AB,\n" +
       "flo,2022-04-01,gp,flo,1961-01-01,\"1 elm row  ham\",,\n");
  EXPECT_NE(list("2022-06-01").find("ann; ben; eve; flo; kim\n"), std::string::npos);
}

TEST_F(FamiliesProgram, reads_relationships_and_places) {
  const auto parents = folder.write("parents.csv",
                                    "person_id,relation,other_id,start_date,end_date\n"
                                    "dee,parent,kim,,\n");
  const auto places = folder.write("places.csv",
                                   "uprn,address,postcode,kind\n"
                                   ",\"1 Elm Row, Ham\",XH1 1AA,hostel\n");
  const auto ran = form(kSightings, {"--relationships", parents, "--places", places});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(list("2022-06-01").find("1,0,0,ann\n"), std::string::npos) << list("2022-06-01");
}

TEST_F(FamiliesProgram, rows_that_are_wrong_are_named_and_set_aside) {
  const auto ties = folder.write("ties.csv",
                                 "person_id,relation,other_id,start_date,end_date\n"
                                 "dee,mother,kim,,\n"
                                 "dee,parent,dee,,\n"
                                 "dee,parent,nobody,,\n"
                                 "dee,parent,kim,2023-01-01,2022-01-01\n");
  const auto places = folder.write("places.csv",
                                   "uprn,address,postcode,kind\n"
                                   ",\"9 Far Away, Ham\",XH9 9ZZ,hostel\n"
                                   ",\"1 Elm Row, Ham\",,hostel\n"
                                   ",\"1 Elm Row, Ham\",XH1 1AA,castle\n");
  const auto ran = form(kSightings + "zed,31/02/2022,gp,z,,,,\n,2022-04-01,gp,y,,,,\n",
                        {"--relationships", ties, "--places", places});
  EXPECT_EQ(ran.code, 4);
  for (const std::string part :
       {"sightings.csv, row 6, column known_on", "sightings.csv, row 7, column person_id",
        "ties.csv, row 2, column relation", "use one of parent, carer, partner",
        "ties.csv, row 3, column other_id: error: nobody is their own relative",
        "ties.csv, row 4, column other_id", "ties.csv, row 5, column end_date",
        "places.csv, row 2, column uprn: warning: no sighting has this address",
        "places.csv, row 3, column uprn: error: a place needs", "places.csv, row 4, column kind"}) {
    EXPECT_NE(ran.err.find(part), std::string::npos) << part << " in\n" << ran.err;
  }
  EXPECT_EQ(ran.err.find("nobody,"), std::string::npos) << "no cell is repeated";
  EXPECT_NE(ran.out.find("6 rows, 4 kept, 2 set aside"), std::string::npos) << ran.out;
}

TEST_F(FamiliesProgram, a_table_without_its_columns_is_refused_by_name) {
  const auto ran = form("person,address\nann,here\n");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("person_id"), std::string::npos) << ran.err;
}

TEST_F(FamiliesProgram, refuses_what_it_cannot_answer) {
  form(kSightings);
  EXPECT_EQ(explain("F99999999").code, 2);
  EXPECT_EQ(run_program({"families", "--families", out + "-no"}).code, 5);
  EXPECT_EQ(run_program({"families"}).code, 2);
  const auto nobody = run_program({"families", "correct", "apart", "ann", "zoe", "--families", out,
                                   "--by", "x", "--reason", "y"});
  EXPECT_EQ(nobody.code, 2);
  EXPECT_NE(nobody.err.find("has the second id"), std::string::npos) << nobody.err;
  EXPECT_EQ(run_program({"families", "correct", "apart", "ann", "ben", "--families", out}).code, 2);
}

TEST_F(FamiliesProgram, a_folder_that_was_meddled_with_is_not_believed) {
  form(kSightings);
  const auto reasons = out + "/reasons.csv";
  run_shell("head -n 2 '" + reasons + "' > '" + reasons + ".cut' && mv '" + reasons + ".cut' '" +
            reasons + "'");
  const auto ran = explain("F00000001");
  EXPECT_EQ(ran.code, 5);
  EXPECT_NE(ran.err.find("do not fit together"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace hearth
