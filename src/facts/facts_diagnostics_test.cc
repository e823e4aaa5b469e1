// For every kind of diagnostic, a folder that has just that fault; and, each time, that the rows
// still add up and that nothing else was lost.
#include "facts/facts_diagnostics.h"

#include <gtest/gtest.h>

#include <set>

#include "small_facts.h"
#include "table/write_file.h"

namespace hearth {
namespace {

std::set<std::string_view>& kinds_seen() {
  static std::set<std::string_view> seen;
  return seen;
}

struct Found {
  std::vector<std::string> faults;  // `BadDate suspension.csv:3 date`
  std::vector<std::string> hints;
  ReadFacts read;

  const FileCount& count(std::string_view file) const {
    return *std::ranges::find(read.counts, file, &FileCount::file);
  }
};

class FactsDiagnostics : public ::testing::Test {
 protected:
  Found look() {
    Found found{{}, {}, folder.read()};
    for (const auto& diagnostic : found.read.diagnostics.list()) {
      kinds_seen().insert(diagnostic.kind->name);
      const auto& place = diagnostic.place;
      found.faults.push_back(
          fmt::format("{} {}:{} {}", diagnostic.kind->name, place.file, place.row, place.field));
      if (!diagnostic.hint.empty()) found.hints.push_back(diagnostic.hint);
    }
    for (const auto& count : found.read.counts) {
      EXPECT_EQ(count.rows, count.kept + count.set_aside) << count.file;
    }
    return found;
  }

  // One row of a `suspension.csv`, between two sound ones, has this one fault.
  void expect_suspension(std::string_view row, std::string_view fault) {
    folder.write("suspension.csv",
                 fmt::format("person_id,date,days,kind\nP1,2024-01-01,1,fixed\n{}\n"
                             "P2,2024-01-02,,\n",
                             row));
    const auto found = look();
    EXPECT_EQ(found.faults, std::vector<std::string>({std::string(fault)}));
    EXPECT_EQ(found.count("suspension.csv").kept, 2);
    EXPECT_EQ(found.count("suspension.csv").set_aside, 1);
    EXPECT_EQ(found.read.facts.of_people[0].size(), 2u);
  }

  using Faults = std::vector<std::string>;
  SmallFolder folder;
};

TEST_F(FactsDiagnostics, MissingFile) {
  folder.remove("families.csv");
  folder.remove("members.csv");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"MissingFile families:0 ", "MissingFile members:0 "}));
  EXPECT_FALSE(found.read.members_known);
}

TEST_F(FactsDiagnostics, UnknownFile) {
  folder.write("suspention.csv", "person_id,date\nP1,2024-01-01\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"UnknownFile suspention.csv:0 "}));
  EXPECT_EQ(found.hints, Faults({"did you mean `suspension`?"}));
  EXPECT_EQ(found.count("suspention.csv").set_aside, 1);
}

TEST_F(FactsDiagnostics, NotATable) {
  folder.write("notes.txt", "hello");
  folder.write(".hidden", "hello");
  std::filesystem::create_directory(folder.path() / "debt.csv");
  EXPECT_EQ(look().faults, Faults({"NotATable debt.csv:0 ", "NotATable notes.txt:0 "}));
}

TEST_F(FactsDiagnostics, TwoFilesOfOneName) {
  folder.write("debt.csv", "person_id,date\nP1,2024-01-01\n");
  folder.write("debt.CSV", "person_id,date\nP1,2024-01-01\nP1,2024-01-02\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"TwoFilesOfOneName debt.CSV:0 "}));
  EXPECT_EQ(found.count("debt.csv").set_aside, 1);
  EXPECT_EQ(found.count("debt.CSV").set_aside, 2);
}

TEST_F(FactsDiagnostics, EmptyFile) {
  folder.write("debt.csv", "");
  EXPECT_EQ(look().faults, Faults({"EmptyFile debt.csv:0 "}));
}

TEST_F(FactsDiagnostics, NoHeader) {
  folder.write("debt.csv", "\nP1,2024-01-01\n");
  EXPECT_EQ(look().faults, Faults({"NoHeader debt.csv:1 "}));
}

TEST_F(FactsDiagnostics, NoHeaderButDataIsNotRepeated) {
  folder.write("debt.csv", "P1,2024-01-01\nP1,2024-02-02\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"NoHeader debt.csv:1 "}));
  EXPECT_EQ(to_text(found.read.diagnostics).find("P1"), std::string::npos);
}

TEST_F(FactsDiagnostics, FileNotUtf8) {
  folder.write("debt.csv", std::string_view("\xFF\xFE"
                                            "p\0e\0",
                                            6));
  EXPECT_EQ(look().faults, Faults({"FileNotUtf8 debt.csv:0 "}));
}

TEST_F(FactsDiagnostics, DamagedFile) {
  auto database = std::move(Database::open(1).value());
  const auto path = folder.path() / "debt.parquet";
  ASSERT_TRUE(write_file(database, sql("select 'P1' as person_id, date '2024-01-01' as date"), path,
                         FileFormat::Parquet));
  EXPECT_EQ(look().faults, Faults());
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 20);
  EXPECT_EQ(look().faults, Faults({"DamagedFile debt.parquet:0 "}));
}

// What a lost file would have told is not known, whatever the coverage says of it.
TEST_F(FactsDiagnostics, CoverageNotUsed) {
  folder.write("coverage.csv",
               "record_type,start_date,end_date\nsuspension,2024-01-01,2024-12-31\n"
               "debt,2024-01-01,2024-12-31\n");
  folder.write("suspension.csv", "person_id,day\nP1,2024-01-01\n");
  folder.write("debt.csv", "person_id,date\nP1,2024-02-30\n");
  const auto found = look();
  EXPECT_EQ(found.faults,
            Faults({"BadDate debt.csv:2 date", "CoverageNotUsed suspension.csv:0 ",
                    "MissingColumn suspension.csv:1 ", "UnknownColumn suspension.csv:1 "}));
  const auto& facts = found.read.facts;
  EXPECT_TRUE(facts.coverage[facts.catalogue.record_type("suspension")->index].empty());
  EXPECT_EQ(facts.coverage[facts.catalogue.record_type("debt")->index].size(), 1u);
  EXPECT_TRUE(found.read.members_known);
}

TEST_F(FactsDiagnostics, CoverageOfARowThatDoesNotEnd) {
  folder.write("coverage.csv", "record_type,start_date,end_date\ndebt,2024-01-01,2024-12-31\n");
  folder.write("debt.csv", "person_id,date\n\"P1,2024-02-20\nP1,2024-02-21\n");
  EXPECT_EQ(look().faults,
            Faults({"CoverageNotUsed debt.csv:0 ", "UnterminatedQuote debt.csv:2 "}));
}

TEST_F(FactsDiagnostics, CoverageOfTwoFilesOfOneName) {
  folder.write("coverage.csv", "record_type,start_date,end_date\ndebt,2024-01-01,2024-12-31\n");
  folder.write("debt.csv", "person_id,date\nP1,2024-02-20\n");
  folder.write("debt.CSV", "person_id,date\nP1,2024-02-20\n");
  const auto found = look();
  EXPECT_EQ(
      std::ranges::count_if(found.faults,
                            [](const auto& fault) { return fault.starts_with("CoverageNotUsed"); }),
      1);
}

TEST_F(FactsDiagnostics, MembersThatCannotBeRead) {
  folder.write("members.csv", "family,person_id,role\nF1,P1,parent\n");
  const auto found = look();
  EXPECT_FALSE(found.read.members_known);
  EXPECT_EQ(found.faults,  // and not that nobody is in a family, which nobody can know
            Faults({"MissingColumn members.csv:1 ", "UnknownColumn members.csv:1 "}));
}

TEST_F(FactsDiagnostics, MissingColumn) {
  folder.write("pregnancy.csv", "person_id,start,end_date\nP1,2024-01-01,\nP1,2024-01-02,\n");
  const auto found = look();
  EXPECT_EQ(found.faults,
            Faults({"MissingColumn pregnancy.csv:1 ", "UnknownColumn pregnancy.csv:1 "}));
  EXPECT_EQ(found.count("pregnancy.csv").set_aside, 2);
}

TEST_F(FactsDiagnostics, MissingColumnThatWasRenamed) {
  folder.write("families.csv", "family_id,started\nF1,2024-09-02\n");
  EXPECT_EQ(look().hints, Faults({"is it the column now called `started`?"}));
}

TEST_F(FactsDiagnostics, UnknownColumn) {
  folder.write("debt.csv", "person_id,date,colour\nP1,2024-01-01,red\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"UnknownColumn debt.csv:1 "}));
  EXPECT_EQ(found.count("debt.csv").kept, 1);
}

TEST_F(FactsDiagnostics, DuplicateColumn) {
  folder.write("debt.csv", "person_id,date,date\nP1,2024-01-01,2024-01-02\n");
  EXPECT_EQ(look().faults, Faults({"DuplicateColumn debt.csv:1 "}));
}

TEST_F(FactsDiagnostics, WrongColumnCount) {
  expect_suspension("P1,2024-02-01", "WrongColumnCount suspension.csv:3 ");
}
TEST_F(FactsDiagnostics, UnterminatedQuote) {
  expect_suspension("P1,2024-02-01,\"1,fixed", "UnterminatedQuote suspension.csv:3 ");
}
TEST_F(FactsDiagnostics, TextAfterQuote) {
  expect_suspension("P1,2024-02-01,\"1\"1,fixed", "TextAfterQuote suspension.csv:3 ");
}
TEST_F(FactsDiagnostics, RowNotUtf8) {
  expect_suspension("P\xE9,2024-02-01,1,fixed", "RowNotUtf8 suspension.csv:3 ");
}
TEST_F(FactsDiagnostics, ControlCharacter) {
  expect_suspension("P1,2024-02-01,1\r,fixed", "ControlCharacter suspension.csv:3 ");
}
TEST_F(FactsDiagnostics, LineTooLong) {
  expect_suspension(std::string(3 << 20, 'P'), "LineTooLong suspension.csv:3 ");
}

TEST_F(FactsDiagnostics, MissingValue) {
  expect_suspension("P1,,1,fixed", "MissingValue suspension.csv:3 date");
  expect_suspension(",2024-02-01,1,fixed", "MissingValue suspension.csv:3 person_id");
}
TEST_F(FactsDiagnostics, BadDate) {
  for (const auto* date : {"2024-02-31", "31/02/2024", "2024-1-1", "today", "2024-02-01 "}) {
    expect_suspension(fmt::format("P1,{},1,fixed", date), "BadDate suspension.csv:3 date");
  }
}
TEST_F(FactsDiagnostics, BadNumber) {
  for (const auto* number : {"one", "1,5", "1 ", "inf", "nan", "0x1", "1e999", "+1"}) {
    expect_suspension(fmt::format("P1,2024-02-01,\"{}\",fixed", number),
                      "BadNumber suspension.csv:3 days");
  }
}
TEST_F(FactsDiagnostics, BadFlag) {
  folder.write("statement.csv", "person_id,date,signed\nP1,2024-01-01,true\nP1,2024-01-01,no\n");
  EXPECT_EQ(look().faults, Faults({"BadFlag statement.csv:2 signed"}));
}
TEST_F(FactsDiagnostics, UndeclaredCode) {
  expect_suspension("P1,2024-02-01,1,fixd", "UndeclaredCode suspension.csv:3 kind");
  EXPECT_EQ(look().hints, Faults({"did you mean `fixed`?"}));
}
TEST_F(FactsDiagnostics, UnknownRole) {
  folder.write("members.csv", "family_id,person_id,role\nF1,P1,parent\nF1,P2,children\n");
  EXPECT_EQ(look().faults, Faults({"UndeclaredCode members.csv:3 role",
                                   "PersonInNoFamily people.csv:3 person_id"}));
}
TEST_F(FactsDiagnostics, BelowLeast) {
  expect_suspension("P1,2024-02-01,-1,fixed", "BelowLeast suspension.csv:3 days");
}
TEST_F(FactsDiagnostics, AboveMost) {
  expect_suspension("P1,2024-02-01,201,fixed", "AboveMost suspension.csv:3 days");
}
TEST_F(FactsDiagnostics, ScoreOutOfRange) {
  folder.write("score.csv",
               "person_id,date,instrument,value\nP1,2024-01-01,scale,41\nP1,2024-01-01,other,41\n"
               "P1,2024-01-01,scale,40\n");
  EXPECT_EQ(look().faults, Faults({"ScoreOutOfRange score.csv:2 value"}));
}

TEST_F(FactsDiagnostics, PartsAboveWhole) {
  folder.write("school_term.csv",
               "person_id,start_date,end_date,possible,authorised,unauthorised\n"
               "P2,2024-09-02,2024-12-20,100,60,41\nP2,2025-01-06,2025-04-04,100,60,40\n"
               "P2,2025-04-22,2025-07-22,,60,41\n");
  EXPECT_EQ(look().faults, Faults({"PartsAboveWhole school_term.csv:2 possible"}));
}
TEST_F(FactsDiagnostics, EndsBeforeStart) {
  folder.write(
      "pregnancy.csv",
      "person_id,start_date,end_date\nP1,2024-02-02,2024-02-01\nP1,2024-02-02,2024-02-02\n");
  folder.write("coverage.csv", "record_type,start_date,end_date\ndebt,2024-02-02,2024-02-01\n");
  folder.write("terms.csv", "term,start_date,end_date\nautumn,2024-02-02,2024-02-01\n");
  EXPECT_EQ(look().faults, Faults({"EndsBeforeStart coverage.csv:2 end_date",
                                   "EndsBeforeStart pregnancy.csv:2 end_date",
                                   "EndsBeforeStart terms.csv:2 end_date"}));
}
TEST_F(FactsDiagnostics, DiesBeforeBirth) {
  folder.write("people.csv",
               "person_id,birth_date,death_date\nP1,1987-05-04,1987-05-03\nP2,2012-03-01,\n");
  EXPECT_EQ(look().faults, Faults({"UnknownPersonId members.csv:2 person_id",
                                   "DiesBeforeBirth people.csv:2 death_date"}));
}
TEST_F(FactsDiagnostics, ClosedBeforeStart) {
  folder.write("families.csv",
               "family_id,started_on,closed_on\nF1,2024-09-02,\nF2,2024-09-02,2024-09-01\n");
  EXPECT_EQ(look().faults, Faults({"ClosedBeforeStart families.csv:3 closed_on"}));
}
TEST_F(FactsDiagnostics, TwoSubjects) {
  folder.write("debt.csv", "person_id,family_id,date\nP1,F1,2024-01-01\nP1,,2024-01-01\n");
  EXPECT_EQ(look().faults, Faults({"TwoSubjects debt.csv:2 family_id"}));
}

TEST_F(FactsDiagnostics, DuplicateId) {
  folder.write("people.csv", "person_id,birth_date\nP1,1987-05-04\nP2,2012-03-01\nP1,1990-01-01\n");
  folder.write("families.csv", "family_id,started_on\nF1,2024-09-02\nF1,2024-09-02\n");
  const auto found = look();
  EXPECT_EQ(found.faults,
            Faults({"DuplicateId families.csv:3 family_id", "DuplicateId people.csv:4 person_id"}));
  EXPECT_EQ(found.read.facts.people[0].born, parse_date("1987-05-04"));
}
TEST_F(FactsDiagnostics, DuplicateRow) {
  expect_suspension("P1,2024-01-01,1,fixed", "DuplicateRow suspension.csv:3 ");
  EXPECT_FALSE(look().read.diagnostics.has_errors());
}
TEST_F(FactsDiagnostics, DuplicateRowOfMembers) {
  folder.write("members.csv",
               "family_id,person_id,role\nF1,P1,parent\nF1,P2,child\nF1,P1,parent\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"DuplicateRow members.csv:4 "}));
  EXPECT_EQ(found.count("members.csv").kept, 2);
  EXPECT_EQ(found.read.facts.members.size(), 2u);
}
TEST_F(FactsDiagnostics, UnknownPersonId) {
  expect_suspension("P3,2024-02-01,1,fixed", "UnknownPersonId suspension.csv:3 person_id");
}
TEST_F(FactsDiagnostics, UnknownFamily) {
  folder.write("members.csv", "family_id,person_id,role\nF1,P1,parent\nF1,P2,child\nF2,P2,child\n");
  EXPECT_EQ(look().faults, Faults({"UnknownFamily members.csv:4 family_id"}));
}
TEST_F(FactsDiagnostics, PersonInNoFamily) {
  folder.write("members.csv", "family_id,person_id,role\nF1,P1,parent\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"PersonInNoFamily people.csv:3 person_id"}));
  EXPECT_EQ(found.count("people.csv").set_aside, 1);
  EXPECT_EQ(found.read.facts.people.size(), 2u);  // so that their records are not refused as well
}
TEST_F(FactsDiagnostics, UndeclaredRecordType) {
  folder.write("coverage.csv", "record_type,start_date,end_date\ndebts,2024-02-02,2024-02-03\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"UndeclaredRecordType coverage.csv:2 record_type"}));
  EXPECT_EQ(found.hints, Faults({"did you mean `debt`?"}));
}
TEST_F(FactsDiagnostics, OverlappingTerms) {
  folder.write(
      "terms.csv",
      "term,start_date,end_date\nautumn,2024-09-02,2024-12-20\nwinter,2024-12-20,2025-01-01\n"
      "spring,2025-01-06,2025-04-04\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"OverlappingTerms terms.csv:3 start_date"}));
  EXPECT_EQ(found.read.facts.terms.terms().size(), 2u);
}
TEST_F(FactsDiagnostics, TermsOutOfOrder) {
  folder.write(
      "terms.csv",
      "term,start_date,end_date\nspring,2025-01-06,2025-04-04\nautumn,2024-09-02,2024-12-20\n");
  const auto found = look();
  EXPECT_EQ(found.faults, Faults({"TermsOutOfOrder terms.csv:3 start_date"}));
  EXPECT_EQ(found.read.facts.terms.terms()[0].name, "autumn");
}
TEST_F(FactsDiagnostics, MoreOfTheSame) {
  std::string rows = "person_id,date\n";
  for (int i = 0; i < 1000; ++i) rows += "P1,31/02/2024\nP1,\n";
  folder.write("debt.csv", rows);
  const auto found = look();
  EXPECT_EQ(found.faults.size(), 42u);
  EXPECT_EQ(std::ranges::count(found.faults, "MoreOfTheSame debt.csv:42 "), 1);
  EXPECT_NE(to_text(found.read.diagnostics).find("980 more BadDate"), std::string::npos);
  EXPECT_EQ(found.count("debt.csv").set_aside, 2000);
}

TEST_F(FactsDiagnostics, ReportsEveryFaultOfARowButCountsItOnce) {
  folder.write("suspension.csv", "person_id,date,days,kind\nP9,31/02/2024,-1,x\n");
  const auto found = look();
  EXPECT_EQ(found.faults.size(), 4u);
  EXPECT_EQ(found.count("suspension.csv").set_aside, 1);
}

TEST_F(FactsDiagnostics, NeverRepeatACell) {
  folder.write("suspension.csv",
               "person_id,date,days,kind\nsecret,secret,secret,secret\n\"secret,,,\n");
  folder.write("people.csv", "person_id,birth_date\nP1,secret\nP2,\nP2,2001-01-01\n");
  EXPECT_EQ(to_text(look().read.diagnostics).find("secret"), std::string::npos);
}

// Tests run in the order written, so this one sees what all of the above have seen.
TEST_F(FactsDiagnostics, AreAllShownAbove) {
  for (const auto* kind : all_facts_diagnostics()) {
    EXPECT_TRUE(kinds_seen().contains(kind->name)) << kind->name;
  }
}

}  // namespace
}  // namespace hearth
