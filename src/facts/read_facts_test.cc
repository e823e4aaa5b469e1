#include "facts/read_facts.h"

#include <gtest/gtest.h>

#include "small_facts.h"
#include "table/write_file.h"

namespace hearth {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

class ReadFactsTest : public ::testing::Test {
 protected:
  const RecordTable& people_records(const ReadFacts& read, std::string_view type) {
    return read.facts.of_people[read.facts.catalogue.record_type(type)->index];
  }
  SmallFolder folder;
};

TEST_F(ReadFactsTest, TakesASoundFolderWithoutAWord) {
  const auto read = folder.read();
  EXPECT_TRUE(read.diagnostics.empty()) << to_text(read.diagnostics);
  ASSERT_EQ(read.facts.people.size(), 2u);
  EXPECT_EQ(read.facts.people[0].born, day("1987-05-04"));
  EXPECT_EQ(read.facts.people[0].died, std::nullopt);
  EXPECT_EQ(read.facts.families[0].started, day("2024-09-02"));
  EXPECT_EQ(read.facts.members[1].role, Role::Child);
  EXPECT_EQ(read.facts.members[1].first, kBeginning);
  EXPECT_EQ(read.facts.members[1].last, kForever);
}

TEST_F(ReadFactsTest, ReadsEveryKindOfField) {
  folder.write("statement.csv",
               "person_id,date,known_on,source,topic,about,signed\n"
               "P2,2024-10-01,2024-10-03,team,second,1.1,yes\nP2,2024-10-02,,,first,,no\n");
  folder.write("pregnancy.csv", "person_id,start_date,end_date,due\nP1,2024-01-01,,2024-09-01\n");
  const auto read = folder.read();
  EXPECT_TRUE(read.diagnostics.empty()) << to_text(read.diagnostics);
  const auto& said = people_records(read, "statement");
  EXPECT_EQ(said.fields[0], std::vector<double>({1, 0}));
  EXPECT_EQ(read.facts.catalogue.record_types[5].fields[0].codes[1], "second");
  EXPECT_EQ(read.facts.texts[static_cast<std::size_t>(said.fields[1][0])], "1.1");
  EXPECT_FALSE(is_known(said.fields[1][1]));
  EXPECT_EQ(said.fields[2], std::vector<double>({1, 0}));
  EXPECT_EQ(read.facts.texts[said.source[0]], "team");
  EXPECT_EQ(said.known[0], day("2024-10-03"));
  EXPECT_EQ(said.known[1], kBeginning);
  EXPECT_EQ(said.lineage[1].row, 3u);
  EXPECT_EQ(read.facts.files[said.lineage[1].file], "statement.csv");
  const auto& spell = people_records(read, "pregnancy");
  EXPECT_EQ(spell.end[0], kForever);
  EXPECT_EQ(spell.fields[0][0], day("2024-09-01").days);
}

TEST_F(ReadFactsTest, SortsRecordsByPersonAndDay) {
  folder.write("suspension.csv", "person_id,date\nP2,2024-03-01\nP1,2024-02-01\nP2,2024-01-01\n");
  const auto read = folder.read();
  const auto& table = people_records(read, "suspension");
  EXPECT_EQ(table.subject, std::vector<std::uint32_t>({0, 1, 1}));
  EXPECT_EQ(table.lineage[1].row, 4u);
  EXPECT_EQ(table.rows_of(1).size(), 2u);
}

TEST_F(ReadFactsTest, KeepsRecordsOfAFamilyApart) {
  folder.write("statement.csv", "family_id,date\nF1,2024-10-01\n");
  folder.write("debt.csv", "person_id,family_id,date\nP1,,2024-10-01\n,F1,2024-10-01\n");
  const auto read = folder.read();
  EXPECT_TRUE(read.diagnostics.empty()) << to_text(read.diagnostics);
  EXPECT_EQ(read.facts.of_families[5].size(), 1u);
  EXPECT_EQ(read.facts.of_families[3].size(), 1u);
  EXPECT_EQ(read.facts.of_people[3].size(), 1u);
}

TEST_F(ReadFactsTest, ReadsTermsAndCoverage) {
  folder.write(
      "terms.csv",
      "term,start_date,end_date\nautumn,2024-09-02,2024-12-20\nspring,2025-01-06,2025-04-04\n");
  folder.write(
      "coverage.csv",
      "record_type,start_date,end_date,known_on\nsuspension,2024-01-01,2024-06-30,2024-07-01\n"
      "suspension,2024-07-01,2024-12-31,2025-01-05\n");
  const auto whole = folder.read();
  EXPECT_TRUE(whole.diagnostics.empty()) << to_text(whole.diagnostics);
  EXPECT_EQ(whole.facts.terms.terms().size(), 2u);
  EXPECT_EQ(whole.facts.coverage[0],
            std::vector<Stretch>({{day("2024-01-01"), day("2024-12-31")}}));
  const auto earlier = folder.read(day("2024-12-31"));
  EXPECT_EQ(earlier.facts.coverage[0],
            std::vector<Stretch>({{day("2024-01-01"), day("2024-06-30")}}));
}

TEST_F(ReadFactsTest, LeavesOutWhatWasNotYetKnown) {
  folder.write("suspension.csv",
               "person_id,date,known_on\nP1,2024-02-01,2024-02-02\nP1,2024-02-01,2024-05-01\n");
  EXPECT_EQ(people_records(folder.read(day("2024-04-30")), "suspension").size(), 1u);
  EXPECT_EQ(folder.read(day("2024-04-30")).counts[3].kept, 2);
}

TEST_F(ReadFactsTest, ReadsParquetAsPandasWritesIt) {
  auto database = std::move(Database::open(1).value());
  folder.write("people.csv", "person_id\n7\n8\n");
  folder.write("members.csv", "family_id,person_id,role\nF1,7,parent\nF1,8,child\n");
  ASSERT_TRUE(write_file(database,
                         sql("select unnest([8.0, 7.0]) as person_id, timestamp '2024-02-01' as "
                             "date, unnest(['nan'::float, 2.5]) as days, 'fixed' as kind"),
                         folder.path() / "suspension.parquet", FileFormat::Parquet));
  ASSERT_TRUE(write_file(database,
                         sql("select 7 as person_id, '2024-02-01' as date, true as \"signed\""),
                         folder.path() / "statement.parquet", FileFormat::Parquet));
  const auto read = folder.read();
  EXPECT_TRUE(read.diagnostics.empty()) << to_text(read.diagnostics);
  const auto& table = people_records(read, "suspension");
  EXPECT_EQ(table.subject, std::vector<std::uint32_t>({0, 1}));
  EXPECT_EQ(table.fields[0][0], 2.5);
  EXPECT_FALSE(is_known(table.fields[0][1]));
  EXPECT_EQ(people_records(read, "statement").fields[2][0], 1);
}

// What was wrong, where, and who there is: of the people's file alone.
std::vector<std::string> told_of_people(const ReadFacts& read) {
  std::vector<std::string> told;
  for (const auto& diagnostic : read.diagnostics.list()) {
    if (!diagnostic.place.file.starts_with("people.")) continue;
    told.push_back(fmt::format("{} in row {}", diagnostic.kind->name, diagnostic.place.row));
  }
  for (const auto& person : read.facts.people) {
    told.push_back(
        fmt::format("{} {} {} {} {}", person.id, to_text(person.born.value_or(kBeginning)),
                    to_text(person.died.value_or(kForever)), person.sex, person.lineage.row));
  }
  return told;
}

// Chunks of sound people in order are taken as a whole; all from the first fault on row by row.
TEST_F(ReadFactsTest, ReadsManyPeopleOfParquetAsOfCsv) {
  auto database = std::move(Database::open(1).value());
  constexpr int kPeople = 9000, kRepeated = 6500, kDead = 7000, kUnordered = 8000;
  for (const int first_fault : {kPeople, kRepeated, kDead, kUnordered}) {
    std::string rows = "person_id,birth_date,sex,death_date\nP1,1987-05-04,F,\nP2,2012-03-01,,\n";
    for (int i = 0; i < kPeople; ++i) {
      const bool spoilt = i == first_fault;
      const int id = spoilt && i == kRepeated ? 10 : spoilt && i == kUnordered ? 99'999 : i;
      const Date died = spoilt && i == kDead ? Date{900} : Date{15'000};
      rows += fmt::format("Q{:05},{},{},{}\n", id, i % 5 == 0 ? "" : to_text(Date{1000 + i}),
                          i % 3 == 0 ? "" : "M", i % 7 == 0 ? to_text(died) : "");
    }
    folder.write("people.csv", rows);
    const auto of_csv = told_of_people(folder.read());
    const auto csv = folder.path() / "people.csv", parquet = folder.path() / "people.parquet";
    ASSERT_TRUE(write_file(database, sql("select * from read_csv({})", literal(csv.string())),
                           parquet, FileFormat::Parquet));
    folder.remove("people.csv");
    EXPECT_EQ(told_of_people(folder.read()), of_csv);
    folder.remove("people.parquet");
  }
}

TEST_F(ReadFactsTest, MakesTheSameFactsHoweverManyThreadsRead) {
  for (const auto* name : {"suspension.csv", "debt.csv"}) {
    std::string rows = "person_id,date,source\n";
    for (int i = 0; i < 5000; ++i) {
      rows += fmt::format("P{},{},s{}\n", 1 + i % 2, to_text(Date{10000 + i}), i % 7);
    }
    folder.write(name, rows);
  }
  const auto one = read_facts(folder.path().string(), small_catalogue(), {.threads = 1}).value();
  const auto four = read_facts(folder.path().string(), small_catalogue(), {.threads = 4}).value();
  EXPECT_EQ(one.facts.texts, four.facts.texts);
  EXPECT_EQ(one.facts.of_people[0].source, four.facts.of_people[0].source);
  EXPECT_EQ(one.facts.of_people[3].start, four.facts.of_people[3].start);
}

TEST_F(ReadFactsTest, NeedsAFolder) {
  EXPECT_FALSE(read_facts((folder.path() / "none").string(), small_catalogue(), {}));
}

}  // namespace
}  // namespace hearth
