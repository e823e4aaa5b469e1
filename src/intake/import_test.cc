#include "intake/import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "intake/read_feed.h"
#include "intake/sample_catalogue.h"

namespace hearth {
namespace {

const std::filesystem::path kFeeds = std::filesystem::path(HEARTH_SOURCE_DIR) / "feeds";

Imported import_samples(const std::string& feed, const std::vector<std::string>& files,
                        ImportOptions options = {}) {
  const auto catalogue = sample_catalogue();
  const auto reading = read_feed_file(kFeeds / (feed + ".toml"), catalogue);
  EXPECT_TRUE(reading.has_value());
  EXPECT_EQ(to_text(reading->diagnostics), "");
  for (const auto& file : files) options.files.push_back(kFeeds / "samples" / feed / file);
  if (!options.started) options.started = parse_date("2024-09-02");
  auto imported = import_files(*reading->feed, catalogue, options);
  EXPECT_TRUE(imported.has_value());
  return std::move(*imported);
}

const std::vector<std::string> kAutumn = {"2024_autumn_pupilonroll.csv",
                                          "2024_autumn_termlysessiondetailsonroll.csv",
                                          "2024_autumn_termlyexclusionsonroll.csv"};
const std::vector<std::string> kSpring = {"2025_spring_pupilonroll.csv",
                                          "2025_spring_termlysessiondetailsonroll.csv",
                                          "2025_spring_termlyexclusionsonroll.csv"};

std::vector<std::string> both_terms() {
  auto files = kAutumn;
  files.insert(files.end(), kSpring.begin(), kSpring.end());
  return files;
}

std::string count_of(const Imported& imported, const std::string& file, const std::string& table) {
  for (const auto& count : imported.counts) {
    if (count.file == file && count.table == table) return to_text(count);
  }
  return "not read";
}

// `2024-08-01 open school 120 6 8`: the records of a type about a person, a line each.
std::string records(const Imported& imported, const std::string& type, const std::string& person) {
  const auto& facts = *imported.facts;
  const auto id = facts.catalogue.record_type(type);
  const auto& table = facts.of_people[id->index];
  std::string text;
  const auto subject = facts.find_person(person);
  if (!subject) return "nobody";
  for (const auto row : table.rows_of(subject->index)) {
    text += to_text(table.start[row]) + " " + to_text(table.end_of(row));
    for (const auto& field : table.fields) {
      text += is_known(field[row]) ? fmt::format(" {}", field[row]) : " -";
    }
    text += "\n";
  }
  return text;
}

std::string coverage(const Imported& imported, const std::string& type) {
  std::string text;
  for (const auto& stretch :
       imported.facts->coverage[imported.facts->catalogue.record_type(type)->index]) {
    text += to_text(stretch.first) + " to " + to_text(stretch.last) + "\n";
  }
  return text;
}

bool says(const Imported& imported, const std::string& text) {
  return to_text(imported.diagnostics).find(text) != std::string::npos;
}

TEST(ImportCensus, EveryRowOfEveryFileComesOutByName) {
  const auto imported = import_samples("school-census", both_terms());
  EXPECT_EQ(count_of(imported, kAutumn[0], "pupils"),
            "read 7 = 4 school_place and school_term + 3 set aside");
  EXPECT_EQ(count_of(imported, kAutumn[1], "sessions"),
            "read 14 = 4 authorised + 1 not_counted + 6 set aside + 3 unauthorised");
  EXPECT_EQ(count_of(imported, kAutumn[2], "suspensions"),
            "read 7 = 1 permanent_exclusion + 4 set aside + 2 suspension");
  EXPECT_EQ(imported.without_figures.at("school_term"), 1);
}

TEST(ImportCensus, AddsSessionsUpByTheirReason) {
  const auto imported = import_samples("school-census", both_terms());
  // The pupil's row of authorised absence without a number leaves that sum not known.
  EXPECT_EQ(records(imported, "school_term", "U001"),
            "2024-08-01 2024-12-31 120 - 8\n2025-01-01 2025-04-20 110 11 0\n");
}

TEST(ImportCensus, PossibleSessionsAreNeverMadeUp) {
  const auto imported = import_samples("school-census", both_terms());
  EXPECT_EQ(records(imported, "school_term", "U002"),
            "2024-08-01 2024-12-31 - 0 12\n2025-01-01 2025-04-20 110 0 3\n");
}

TEST(ImportCensus, FiguresThatContradictLeaveARecordWithoutThem) {
  const auto imported = import_samples("school-census", kAutumn);
  EXPECT_EQ(records(imported, "school_term", "U003"), "2024-08-01 2024-12-31 - - -\n");
  EXPECT_TRUE(says(imported,
                   "2024_autumn_pupilonroll.csv, row 4, column termlysessionspossible: error: "
                   "`authorised` and `unauthorised` come to more than `possible`"));
}

TEST(ImportCensus, ACodeNoLongerInForceLeavesTheSumsNotKnown) {
  const auto imported = import_samples("school-census", kAutumn);
  EXPECT_EQ(records(imported, "school_term", "U006"), "2024-08-01 2024-12-31 126 - -\n");
  EXPECT_TRUE(says(imported,
                   "row 10, column attendancereason: error: this code of `attendance` is "
                   "not in force on 2024-12-31"));
}

TEST(ImportCensus, SuspensionsCountTwoSessionsADay) {
  const auto imported = import_samples("school-census", both_terms());
  EXPECT_EQ(records(imported, "suspension", "U001"),
            "2024-11-20 2024-11-20 2.5\n2024-12-02 2024-12-02 0.5\n2025-02-14 2025-02-14 1.5\n");
  EXPECT_EQ(records(imported, "permanent_exclusion", "U003"), "2024-10-14 2024-10-14\n");
}

TEST(ImportCensus, APlaceEndsWithTheLastTermThatHadThePupil) {
  const auto imported = import_samples("school-census", both_terms());
  EXPECT_EQ(records(imported, "school_place", "U001"), "2023-09-04 open 0 -\n");
  EXPECT_EQ(records(imported, "school_place", "U003"), "2022-09-05 2024-12-31 0 -\n");
  EXPECT_EQ(records(imported, "school_place", "U008"), "2025-01-06 open 0 -\n");
}

TEST(ImportCensus, CoversTheTermsInTheNames) {
  const auto imported = import_samples("school-census", both_terms());
  EXPECT_EQ(coverage(imported, "suspension"), "2024-08-01 to 2025-04-20\n");
  EXPECT_EQ(coverage(imported, "school_term"), "2024-08-01 to 2025-04-20\n");
  EXPECT_EQ(imported.facts->terms.terms().size(), 2u);
  EXPECT_EQ(imported.facts->terms.terms()[0],
            (Term{"2024-autumn", *parse_date("2024-08-01"), *parse_date("2024-12-31")}));
}

TEST(ImportCensus, CoversNothingWhoseFilesAreNotThere) {
  const auto imported = import_samples("school-census", {kAutumn[0]});
  EXPECT_EQ(coverage(imported, "suspension"), "");
  EXPECT_EQ(coverage(imported, "school_term"), "");
  EXPECT_EQ(coverage(imported, "school_place"), "2024-08-01 to 2024-12-31\n");
  EXPECT_EQ(records(imported, "school_term", "U001"), "2024-08-01 2024-12-31 120 - -\n");
}

TEST(ImportCensus, EverybodyIsAFamilyOfTheirOwn) {
  const auto imported = import_samples("school-census", both_terms());
  const auto& facts = *imported.facts;
  EXPECT_EQ(facts.people.size(), 5u);
  EXPECT_EQ(facts.families.size(), 5u);
  EXPECT_EQ(facts.members.size(), 5u);
  EXPECT_EQ(facts.families[0].id, "U001");
  EXPECT_EQ(to_text(facts.families[0].started), "2024-09-02");
  EXPECT_EQ(facts.members[0].role, Role::Child);
  EXPECT_EQ(facts.people[0].sex, "male");
}

TEST(ImportCensus, ALaterBirthDateIsReportedAndTheFirstStands) {
  const auto imported = import_samples("school-census", both_terms());
  EXPECT_EQ(to_text(*imported.facts->people[1].born), "2013-07-19");
  EXPECT_TRUE(says(imported,
                   "2025_spring_pupilonroll.csv, row 3: warning: an earlier row says "
                   "something else of this person, and stands"));
}

TEST(ImportCensus, TheOrderOfTheFilesDoesNotMatter) {
  auto files = both_terms();
  const auto one = import_samples("school-census", files);
  std::ranges::reverse(files);
  const auto other = import_samples("school-census", files);
  EXPECT_EQ(account_of(one), account_of(other));
  EXPECT_EQ(to_text(one.diagnostics), to_text(other.diagnostics));
  EXPECT_EQ(one.facts->texts, other.facts->texts);
  EXPECT_EQ(one.facts->files, other.facts->files);
}

TEST(ImportCensus, ASourceLeadsBackToTheAgencysRow) {
  const auto imported = import_samples("school-census", both_terms());
  const auto& table =
      imported.facts->of_people[imported.facts->catalogue.record_type("suspension")->index];
  EXPECT_EQ(imported.facts->texts[table.source_of(0)],
            "school_census: 2024_autumn_termlyexclusionsonroll.csv row 2");
}

TEST(ImportCensus, NoDiagnosticRepeatsACell) {
  const auto text = to_text(import_samples("school-census", both_terms()).diagnostics);
  for (const auto* cell : {"U00", "p-9", "2014-Feb", "14/10/2024", "OTHR", "1000"}) {
    EXPECT_EQ(text.find(cell), std::string::npos) << cell;
  }
}

TEST(ImportFaults, SaysWhatIsWrongWithEachRow) {
  const auto imported = import_samples("school-census", kAutumn);
  for (const auto* text : {
           "pupilonroll.csv, row 5, column dob: error: this is not a day written as",
           "pupilonroll.csv, row 6, column upn: error: the row does not say who it is about",
           "pupilonroll.csv, row 8, column sex: error: this is none of the codes of `sex`",
           "details"
           "onroll.csv, row 11, column pupilonrolltableid: error: no row of `pupils`",
           "row 12, column sessions: error: the number to add up is not given",
           "row 13, column sessions: error: the number is outside its range",
           "row 14, column attendancereason: error: this is none of the codes of `attendance`",
           "row 15: error: the row has more or fewer cells than the header",
           "exclusionsonroll.csv, row 5, column startdate: error: this is not a day",
           "exclusionsonroll.csv, row 6, column sessions: error: the number is outside its range",
           "exclusionsonroll.csv, row 7, column category: error: this is none of the codes of",
           "exclusionsonroll.csv, row 8, column startdate: error: the date is not given",
           "coverage of `suspension` is written although 7 of the rows it rests on were set aside",
       }) {
    EXPECT_TRUE(says(imported, text)) << text << '\n' << to_text(imported.diagnostics);
  }
}

TEST(ImportFaults, RefusesWithoutAStartForTheFamilies) {
  const auto catalogue = sample_catalogue();
  const auto reading = read_feed_file(kFeeds / "school-census.toml", catalogue);
  const auto imported = import_files(*reading->feed, catalogue, {});
  EXPECT_FALSE(imported->facts.has_value());
  EXPECT_TRUE(says(*imported, "give --started DATE"));
}

TEST(ImportFaults, AFileOfNoTableIsReportedAndTheRestRead) {
  const auto imported = import_samples("school-census", {kAutumn[0], "../../school-census.toml"});
  EXPECT_TRUE(says(imported, "school-census.toml: error: "));
  EXPECT_EQ(imported.counts.size(), 1u);
}

TEST(ImportFaults, AFileThatIsNotThereFailsTheImport) {
  const auto catalogue = sample_catalogue();
  const auto reading = read_feed_file(kFeeds / "school-census.toml", catalogue);
  ImportOptions options;
  options.started = Date{0};
  options.files = {"/nowhere/2024_autumn_pupilonroll.csv"};
  EXPECT_FALSE(import_files(*reading->feed, catalogue, options).has_value());
}

TEST(ImportFaults, TheSameFileTwiceIsReadOnce) {
  const auto imported = import_samples("school-census", {kAutumn[0], kAutumn[0]});
  EXPECT_EQ(imported.counts.size(), 1u);
  EXPECT_TRUE(says(imported, "a second file of this name is not read"));
}

TEST(ImportNeed, ReadsEveryTableOfTheFile) {
  const auto imported = import_samples("children-in-need", {"cin-2024.xml"});
  EXPECT_EQ(records(imported, "referral", "U001"), "2023-06-01 2023-06-01 0\n");
  EXPECT_EQ(records(imported, "cin_plan", "U001"),
            "2023-07-01 2023-09-30\n2023-12-01 2024-02-10\n");
  EXPECT_EQ(records(imported, "cp_plan", "U001"), "2023-10-01 2023-11-30\n");
  EXPECT_EQ(records(imported, "section47", "U001"), "2023-09-10 2023-09-10 1\n");
  EXPECT_EQ(records(imported, "section47", "L2"),
            "2024-03-04 2024-03-04 0\n2024-03-20 2024-03-20 -\n");
  EXPECT_EQ(coverage(imported, "cp_plan"), "2023-04-01 to 2024-03-31\n");
}

TEST(ImportNeed, CountsEveryElementAndNamesItsLine) {
  const auto imported = import_samples("children-in-need", {"cin-2024.xml"});
  EXPECT_EQ(count_of(imported, "cin-2024.xml", "children"), "read 3 = 2 person + 1 set aside");
  EXPECT_EQ(count_of(imported, "cin-2024.xml", "episodes"), "read 5 = 2 referral + 3 set aside");
  EXPECT_TRUE(says(imported,
                   "cin-2024.xml line 61, row 3, column CINreferralDate: error: the day "
                   "is later than the day the file was made"));
  EXPECT_TRUE(says(imported, "row 4, column CINreferralDate: error: this is not a day written as"));
  EXPECT_TRUE(says(imported, "row 5: error: no row of `children` in the same load has this key"));
}

TEST(ImportNeed, AYearsVersionIsTheBaseAndItsDifferences) {
  const auto imported =
      import_samples("children-in-need", {"cin-2017.xml", "cin-2024.xml", "cin-2026.xml"});
  EXPECT_EQ(imported.facts->people[*&imported.facts->find_person("U001")->index].sex, "male");
  EXPECT_EQ(records(imported, "cin_plan", "U009"), "");  // not in the form of 2017
  EXPECT_EQ(count_of(imported, "cin-2017.xml", "need_plans"), "not read");
  EXPECT_EQ(records(imported, "cp_plan", "U001"), "2023-10-01 2023-11-30\n2025-10-01 open\n");
  EXPECT_EQ(coverage(imported, "cp_plan"), "2023-04-01 to 2024-03-31\n2025-04-01 to 2026-03-31\n");
}

TEST(ImportNeed, AnotherReferenceDateCoversNothingUnlessTold) {
  auto imported = import_samples("children-in-need", {"cin-2017.xml"});
  EXPECT_EQ(coverage(imported, "referral"), "");
  EXPECT_TRUE(says(imported, "give --covers FROM..TO"));
  ImportOptions options;
  options.covers = Stretch{*parse_date("2016-04-01"), *parse_date("2017-03-31")};
  imported = import_samples("children-in-need", {"cin-2017.xml"}, options);
  EXPECT_EQ(coverage(imported, "referral"), "2016-04-01 to 2017-03-31\n");
}

}  // namespace
}  // namespace hearth
