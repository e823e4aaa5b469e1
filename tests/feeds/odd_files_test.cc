// Files as they really come: wrong feed, renamed columns, totals, other letters, nothing at all.
#include <gtest/gtest.h>

#include "feeds/feed_under_test.h"

namespace hearth {
namespace {

const std::string kAsb = "Case;Surname;First name;Address;Postcode;What;Date;Step\n";
const std::string kAsbRow = "1;Nobody;Zoe;1 Mill Lane;XH1 1AA;Incident;01/07/2024;\n";
const std::string kScores = "client_id,forename,surname,dob,completed_on,measure,total\n";

std::string count_of(const Imported& imported) {
  return imported.counts.empty() ? "not read" : to_text(imported.counts.front());
}

std::string coverage_of(const Imported& imported, const std::string& type) {
  const auto& facts = *imported.facts;
  std::string text;
  for (const auto& stretch : facts.coverage[facts.catalogue.record_type(type)->index]) {
    text += to_text(stretch.first) + " to " + to_text(stretch.last) + "\n";
  }
  return text;
}

TEST(OddFile, ALineOfTotalsIsNoRow) {
  const auto imported =
      import_text("asb", "asb_2024-07.csv", kAsb + kAsbRow + "Total;1;;;;;;\nGrand total: 1\n");
  EXPECT_EQ(count_of(imported), "read 1 = 1 asb_incident");
}

TEST(OddFile, WindowsLettersAreRead) {
  std::string seen;
  ImportOptions options;
  options.sightings = [&](const Sighting& sighting) -> Result<void> {
    seen = sighting.seen[static_cast<std::size_t>(SeenAs::Forename)];
    return {};
  };
  import_text("asb", "asb_2024-07.csv",
              kAsb + "1;O\x92Nobody;Zo\xEB;1 Mill Lane;XH1 1AA;Incident;01/07/2024;\n", options);
  EXPECT_EQ(seen, "Zo\xC3\xAB");
}

TEST(OddFile, AFileThatSaysItIsUtf8IsReadSoWhateverItsFeedSays) {
  std::string seen;
  ImportOptions options;
  options.sightings = [&](const Sighting& sighting) -> Result<void> {
    seen = sighting.seen[static_cast<std::size_t>(SeenAs::Forename)];
    return {};
  };
  import_text(
      "asb", "asb_2024-07.csv",
      "\xEF\xBB\xBF" + kAsb + "1;Nobody;Zo\xC3\xAB;1 Mill Lane;XH1 1AA;Incident;01/07/2024;\n",
      options);
  EXPECT_EQ(seen, "Zo\xC3\xAB");
}

TEST(OddFile, DaysInTheNameAreCovered) {
  EXPECT_EQ(coverage_of(import_text("asb", "asb_2024-07.csv", kAsb + kAsbRow), "asb_incident"),
            "2024-07-01 to 2024-07-31\n");
  EXPECT_EQ(coverage_of(import_text("asb", "x_2024-07-01_2024-09-30.csv", kAsb + kAsbRow),
                        "asb_incident"),
            "2024-07-01 to 2024-09-30\n");
}

TEST(OddFile, ARelationTheFeedHasNoUseForIsNotCountedAsOne) {
  int told = 0;
  ImportOptions options;
  options.relations = [&](const ToldRelation&) -> Result<void> { return ++told, Result<void>(); };
  const auto imported = import_text("early-help", "early-help_2024-07.csv",
                                    "person_id,household_id,forename,surname,dob,sex,address,post"
                                    "code,uprn,upn,record,start_date,end_date,end_reason,successf"
                                    "ul,address_restricted,relationship,related_person_id\n"
                                    "1,,,Nobody,,,,,,,,,,,,,Mother,2\n"
                                    "2,,,Nobody,,,,,,,,,,,,,Other,3\n"
                                    "3,,,Noman,,,,,,,Episode,2024-07-01,,,,,Other,2\n",
                                    options);
  EXPECT_EQ(count_of(imported), "read 3 = 1 early_help + 1 relation + 1 without a record");
  EXPECT_EQ(told, 1);
}

TEST(OddFile, LinesAboveTheHeaderKeepTheRowNumbers) {
  const auto imported = import_text(
      "marac", "marac_2024-07.csv",
      "Official,,,,,,,\n\ncase_no,surname,forename,dob,address,postcode,meeting_date,party\n"
      "7,Nobody,Zoe,01/02/1990,1 Mill Lane,XH1 1AA,01/07/2024,V\n"
      "8,Nobody,Zoe,01/02/1990,1 Mill Lane,XH1 1AA,31/06/2024,V\n");
  EXPECT_EQ(count_of(imported), "read 2 = 1 marac + 1 set aside");
  EXPECT_TRUE(says(imported, "row 5, column meeting_date: error: this is not a day"));
}

TEST(OddFileFaults, AByteThatIsNoLetterSetsItsRowAside) {
  const auto imported = import_text("asb", "asb_2024-07.csv",
                                    kAsb + kAsbRow +
                                        "2;No\x81"
                                        "body;Zoe;1 Mill Lane;XH1 1AA;Incident;01/07/2024;\n");
  EXPECT_EQ(count_of(imported), "read 2 = 1 asb_incident + 1 set aside");
  EXPECT_TRUE(says(imported, "the row is not UTF-8 text"));
}

TEST(OddFileFaults, MixedLettersInAUtf8File) {
  const auto imported = import_text("scores", "scores_2024-07.csv",
                                    kScores +
                                        "1,Zo\xEB,Nobody,1990-01-02,2024-07-01,GAD-7,9\n"
                                        "2,Zo\xC3\xAB,Nobody,1990-01-02,2024-07-01,GAD-7,9\n");
  EXPECT_EQ(count_of(imported), "read 2 = 1 score + 1 set aside");
}

TEST(OddFileFaults, AnEmptyFile) {
  EXPECT_TRUE(says(import_text("scores", "scores_2024-07.csv", ""), "the file is empty"));
  EXPECT_TRUE(says(import_text("asb", "asb_2024-07.csv", ""),
                   "none of the first rows has the columns of a table"));
}

TEST(OddFileFaults, TheWrongFeedForTheFile) {
  const auto imported = import_text("scores", "asb_2024-07.csv", kAsb + kAsbRow);
  EXPECT_TRUE(says(imported, "no table of the feed takes this file"));
  EXPECT_EQ(count_of(imported), "not read");
}

TEST(OddFileFaults, ARenamedHeaderIsNamedWithItsLikeliestNewName) {
  const auto imported = import_text("looked-after", "2024_header.csv",
                                    "CHILD,SEX,DATE,ETHNIC,UPN,MOTHER,MC_DOB\n1,1,,,,,\n");
  EXPECT_TRUE(says(imported, "column DOB: error: the file does not have this column"));
}

TEST(OddFileFaults, AFileThatLacksAColumnOfAListKnownByItsColumns) {
  const auto imported = import_text(
      "scores", "scores_2024-07.csv",
      "client_id,forename,surname,dob,completed on,measure,total\n1,Zoe,Nobody,,,GAD-7,9\n");
  EXPECT_TRUE(says(imported, "column completed_on: error: the file does not have this column"));
  EXPECT_TRUE(says(imported, "is it `completed on` in this file?"));
  EXPECT_EQ(count_of(imported), "not read");
}

TEST(OddFileFaults, TwoColumnsOfOneName) {
  const auto imported =
      import_text("scores", "scores_2024-07.csv",
                  "dob," + kScores + "1990-01-02,1,Zoe,Nobody,1990-01-02,2024-07-01,GAD-7,9\n");
  EXPECT_TRUE(says(imported, "column dob: error: the file has two columns of this name"));
  EXPECT_EQ(count_of(imported), "not read");
}

TEST(OddFileFaults, NoHeaderInAnyOfTheFirstRows) {
  const auto imported = import_text("marac", "marac_2024-07.csv", "a,b\n1,2\n3,4\n");
  EXPECT_TRUE(says(imported, "none of the first rows has the columns of a table"));
}

TEST(OddFileFaults, ASpreadsheetsNumberIsNoDayUnlessTheFeedSaysSo) {
  const auto imported = import_text("scores", "scores_2024-07.csv",
                                    kScores + "1,Zoe,Nobody,1990-01-02,45474,GAD-7,9\n");
  EXPECT_TRUE(says(imported, "column completed_on: error: this is not a day written as"));
}

TEST(OddFileFaults, AnAgeIsNoBirthDate) {
  const auto imported =
      import_text("scores", "scores_2024-07.csv", kScores + "1,Zoe,Nobody,34,2024-07-01,GAD-7,9\n");
  EXPECT_TRUE(says(imported, "column dob: error: this is not a day"));
}

TEST(OddFileFaults, WithoutDaysInTheNameNothingIsCovered) {
  const auto imported =
      import_text("scores", "scores.csv", kScores + "1,Zoe,Nobody,1990-01-02,2024-07-01,GAD-7,9\n");
  EXPECT_EQ(coverage_of(imported, "score"), "");
  EXPECT_TRUE(says(imported, "give --covers FROM..TO"));
}

TEST(OddFileFaults, AnIdentifierWithAWrongDigitIsLeftOutAndTheRowStands) {
  std::string upn = "not asked";
  ImportOptions options;
  options.sightings = [&](const Sighting& sighting) -> Result<void> {
    upn = sighting.seen[static_cast<std::size_t>(SeenAs::Upn)];
    return {};
  };
  const auto imported =
      import_text("send", "send_2024-07.csv",
                  "person_id,upn,surname,forename,dob,sex,postcode,module,start_date,ceased_date\n"
                  "7,A801200001001,Nobody,Zoe,2012-01-02,F,XH1 1AA,EHCP,2024-07-01,\n",
                  options);
  EXPECT_EQ(count_of(imported), "read 1 = 1 ehc_plan");
  EXPECT_EQ(upn, "");
  EXPECT_TRUE(says(imported, "column upn: warning: the form or check digit of this"));
}

TEST(OddFileFaults, AWorkbookThatIsNone) {
  const auto imported = import_text("marac", "marac_2024-07.xlsx", "case_no,surname\n");
  EXPECT_TRUE(says(imported, "the workbook is not read: it is not a workbook, or it is damaged"));
}

TEST(OddFileFaults, OneLineWithoutEnd) {
  const auto imported =
      import_text("asb", "asb_2024-07.csv", kAsb + kAsbRow + "2;" + std::string(6 << 20, 'x'));
  EXPECT_EQ(count_of(imported), "read 2 = 1 asb_incident + 1 set aside");
  EXPECT_TRUE(says(imported, "the line is too long"));
}

TEST(OddFileFaults, NothingSaidRepeatsACell) {
  const auto imported =
      import_text("asb", "asb_2024-07.csv",
                  kAsb +
                      "901;Findme;Findmetoo;9 Findlane;XH99 9ZZ;Findwhat;Finddate;Findstep\n"
                      "902;Findme;Findmetoo;9 Findlane;XH99 9ZZ;Incident;Finddate;Findstep\n");
  const auto text = to_text(imported.diagnostics) + account_of(imported);
  for (const auto* cell : {"Find", "XH99", "901", "902"}) {
    EXPECT_EQ(text.find(cell), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace hearth
