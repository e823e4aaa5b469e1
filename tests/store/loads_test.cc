// What a store does with loads: once, whole, corrected, mended; on either kind of casebook.
#include <algorithm>
#include <fstream>

#include "casebook/people_book.h"
#include "store/store_world.h"

namespace hearth {
namespace {

constexpr const char* kAutumn = "2024-09-01..2024-12-31";
constexpr const char* kSpring = "2025-01-01..2025-04-20";

using Loads = StoreTest;
INSTANTIATE_TEST_SUITE_P(Either, Loads, testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(Loads, a_load_stands_with_all_its_rows) {
  const auto answer = world.load("Ann,2012-03-01,2024-10-02,3\nBen,2013-04-02,2024-10-09,1\n",
                                 kAutumn, "2025-01-10");
  EXPECT_EQ(answer.loaded, 1);
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,3.0\nBen,2024-10-09,1.0\n");
  EXPECT_EQ(world.people(),
            "person_id,birth_date,sex,death_date\nAnn,2012-03-01,,\nBen,2013-04-02,,\n");
  EXPECT_EQ(world.file_of_view("coverage.csv", ""),
            "record_type,start_date,end_date,known_on\nsuspension,2024-09-01,2024-12-31,"
            "2025-01-10\n");
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Loads, the_same_bytes_are_loaded_once) {
  world.load("Ann,,2024-10-02,3\n", kAutumn, "2025-01-10");
  const auto again = world.load("Ann,,2024-10-02,3\n", kAutumn, "2025-02-10");
  EXPECT_EQ(again.loaded, 0);
  EXPECT_NE(again.account.find("load 1 of 2025-01-10 has the same files"), std::string::npos);
  EXPECT_EQ(world.loads().size(), 1u);
}

TEST_P(Loads, a_corrected_file_replaces_by_key_and_takes_back_by_period) {
  world.load("Ann,,2024-10-02,2\nBen,,2024-10-09,1\n", kAutumn, "2025-01-10");
  world.load("Ann,,2024-10-02,3\nCal,,2024-11-01,1\n", kAutumn, "2025-01-20");
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,3.0\nCal,2024-11-01,1.0\n");
  EXPECT_EQ(world.stands("2025-01-19"), "Ann,2024-10-02,2.0\nBen,2024-10-09,1.0\n");
  EXPECT_EQ(world.stands("2025-01-09"), "");
}

TEST_P(Loads, other_days_replace_only_what_they_tell_again) {
  world.load("Ann,,2024-10-02,2\nBen,,2024-10-09,1\n", kAutumn, "2025-01-10");
  world.load("Ann,,2024-10-02,3\nCal,,2025-02-01,1\n", kSpring, "2025-05-10");
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,3.0\nBen,2024-10-09,1.0\nCal,2025-02-01,1.0\n");
}

TEST_P(Loads, a_file_that_comes_late_does_not_replace_what_was_told_after_it) {
  world.load("Ann,,2024-10-02,3\n", kAutumn, "2025-01-20");
  world.load("Ann,,2024-10-02,2\nBen,,2024-10-09,1\n", kAutumn, "2025-01-10");
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,3.0\n");
}

TEST_P(Loads, a_long_load_tells_how_far_it_is) {
  constexpr std::int64_t kRows = 140'000;
  std::string rows = kHeader;
  for (std::int64_t i = 0; i < kRows; ++i) rows += "P" + std::to_string(i) + ",,2024-10-02,1\n";
  LoadRequest request;
  request.store = world.address;
  request.options.files = {world.folder.write("in/long.csv", rows)};
  request.options.covers = Stretch{*parse_date("2024-09-01"), *parse_date("2024-12-31")};
  request.on = *parse_date("2025-01-10");
  std::vector<std::int64_t> told;
  request.progress = [&](std::int64_t read) { told.push_back(read); };
  const auto answer = load_files(world.feed, world.catalogue, request);
  ASSERT_TRUE(answer && answer->loaded == 1);
  ASSERT_GE(told.size(), 2u);
  EXPECT_TRUE(std::ranges::is_sorted(told));
  EXPECT_GT(told.front(), 0);
  EXPECT_LE(told.back(), kRows);
  EXPECT_NE(answer->account.find("of at most 140000 people"), std::string::npos)
      << "of so many not all are remembered\n"
      << answer->account;
}

TEST_P(Loads, two_rows_of_one_day_in_one_load_are_two_records) {
  world.load("Ann,,2024-10-02,1\nAnn,,2024-10-02,1\n", kAutumn, "2025-01-10");
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,1.0\nAnn,2024-10-02,1.0\n");
}

TEST_P(Loads, of_a_person_the_last_word_stands_and_silence_takes_nothing_back) {
  world.load("Ann,2012-03-01,2024-10-02,1\n", kAutumn, "2025-01-10");
  world.load("Ann,2012-03-02,2025-02-02,1\n", kSpring, "2025-05-10");
  world.load("Ann,,2025-06-02,1\n", "2025-04-21..2025-07-31", "2025-09-10");
  EXPECT_EQ(world.people(), "person_id,birth_date,sex,death_date\nAnn,2012-03-02,,\n");
  EXPECT_EQ(world.people("2025-01-31"), "person_id,birth_date,sex,death_date\nAnn,2012-03-01,,\n");
}

TEST_P(Loads, in_one_load_the_first_row_that_says_something_of_a_person_stands) {
  world.load("Ann,,2024-10-02,3\nAnn,2012-03-01,2024-10-03,1\nAnn,2012-03-02,2024-10-04,1\n",
             "2024-09-01..2024-12-31", "2025-01-10");
  EXPECT_EQ(world.people(), "person_id,birth_date,sex,death_date\nAnn,2012-03-01,,\n");
}

TEST_P(Loads, rejects_are_kept_mended_and_loaded_beside_the_rest) {
  const auto answer = world.load("Ann,,2024-10-02,3\nBen,,2024-13-09,1\nCal,,2024-11-01,1\n",
                                 kAutumn, "2025-01-10");
  EXPECT_TRUE(answer.set_aside);
  const auto rejects = world.place / "rejects/000001/suspensions.csv";
  const auto kept = text_of(rejects.string());
  EXPECT_EQ(kept,
            "person,born,day,days,set_aside_row,set_aside_because\n"
            "Ben,,2024-13-09,1,3,day: this is not a day written as YYYY-MM-DD\n");
  const auto mended = world.folder.write(
      "mended/suspensions.csv", std::string(kHeader) + "Ben,,2024-12-09,1\nAnn,,2024-10-02,3\n");
  world.load_file(mended, "", "2025-01-12", 1);
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,3.0\nBen,2024-12-09,1.0\nCal,2024-11-01,1.0\n");
  EXPECT_EQ(world.stands("2025-01-11"), "Ann,2024-10-02,3.0\nCal,2024-11-01,1.0\n");
  // What corrects the load corrects what mended it.
  world.load("Ann,,2024-10-02,3\n", kAutumn, "2025-01-20");
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,3.0\n");
}

TEST_P(Loads, rows_that_are_none_are_kept_byte_for_byte) {
  const auto answer = world.load("Ann,,2024-10-02,3\nBen,,2024-10-09\nCal,\"x,2024-11-01,1\n",
                                 kAutumn, "2025-01-10");
  EXPECT_NE(answer.account.find("2 could not be read as a row"), std::string::npos);
  EXPECT_EQ(text_of((world.place / "rejects/000001/unread/suspensions.csv").string()),
            "person,born,day,days\nBen,,2024-10-09\nCal,\"x,2024-11-01,1\n");
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Loads, only_a_load_of_the_same_feed_can_be_mended) {
  EXPECT_NE(world.load("Ann,,2024-10-02,3\n", kAutumn, "2025-01-10", 7).refused.find("no load 7"),
            std::string::npos);
  EXPECT_TRUE(world.loads().empty());
}

TEST_P(Loads, without_coverage_nothing_is_loaded_and_the_three_ways_are_said) {
  const auto answer = world.load("Ann,,2024-10-02,3\n", "", "2025-01-10");
  EXPECT_EQ(answer.loaded, 0);
  for (const auto* way : {"the file says it", "--covers", "TOML"}) {
    EXPECT_NE(answer.refused.find(way), std::string::npos) << answer.refused;
  }
  EXPECT_TRUE(world.loads().empty());
}

TEST_P(Loads, a_file_of_another_kind_is_refused_and_nothing_is_written) {
  const auto path = world.folder.write("suspensions.csv", "person,day\nAnn,2024-10-02\n");
  const auto answer = world.load_file(path, kAutumn, "2025-01-10");
  EXPECT_NE(answer.refused, "");
  EXPECT_TRUE(answer.diagnostics.has_errors());
  EXPECT_FALSE(std::filesystem::exists(world.place));
}

TEST_P(Loads, a_load_of_which_no_row_is_sound_would_claim_absence_and_is_refused) {
  const auto answer = world.load("Ann,,02/10/2024,3\nBen,,09/10/2024,1\n", kAutumn, "2025-01-10");
  EXPECT_NE(answer.refused.find("every row"), std::string::npos);
  EXPECT_TRUE(world.loads().empty());
  EXPECT_TRUE(world.segments().empty());
  world.load("Ann,,2024-10-02,3\n", kAutumn, "2025-01-10");
  EXPECT_EQ(world.stands(), "Ann,2024-10-02,3.0\n");
}

TEST_P(Loads, a_load_without_rows_takes_back_what_its_days_had) {
  world.load("Ann,,2024-10-02,3\n", kAutumn, "2025-01-10");
  EXPECT_EQ(world.load("", kAutumn, "2025-01-20").loaded, 1);
  EXPECT_EQ(world.stands(), "");
}

TEST_P(Loads, the_account_adds_up_and_says_what_is_worse) {
  world.load("Ann,2012-03-01,2024-10-02,1\nBen,2012-03-01,2024-10-02,1\nCal,,2024-10-02,1\n",
             kAutumn, "2025-01-10");
  const auto answer = world.load("Ann,,2025-01-02,1\n", "2024-12-01..2025-02-01", "2025-02-10");
  for (const auto* line : {
           "read 1 = 1 suspension",
           "sightings: 1, of 1 people",
           "coverage gained: suspension 2025-01-01 to 2025-02-01\n",
           "column `born` of `rows` is now empty; load 1 had it in 2 rows",
           "`rows` has 1 rows; 3 are usual",
           "it covers 2024-12-01 to 2025-02-01, and load 1 covered 2024-09-01 to 2024-12-31",
       }) {
    EXPECT_NE(answer.account.find(line), std::string::npos) << line << "\n" << answer.account;
  }
  const auto sound = world.load("Ann,2012-03-01,2025-02-02,1\nDot,,2025-02-03,1\n",
                                "2025-02-02..2025-03-01", "2025-03-10");
  EXPECT_EQ(sound.account.find("look at this"), std::string::npos) << sound.account;
}

TEST_P(Loads, the_account_says_what_is_told_again_and_what_is_taken_back) {
  world.load("Ann,,2024-10-02,2\nBen,,2024-10-09,1\n", kAutumn, "2025-01-10");
  const auto answer = world.load("Ann,,2024-10-02,3\nCal,,2024-11-01,1\n", kAutumn, "2025-01-20");
  EXPECT_NE(answer.account.find("of 2 suspension records of these days that stood, 1 are told "
                                "again and 1 are taken back"),
            std::string::npos)
      << answer.account;
}

TEST_P(Loads, columns_the_feed_has_no_use_for_are_named) {
  const auto path = world.folder.write("suspensions.csv",
                                       "person,colour,born,day,days\nAnn,blue,,2024-10-02,3\n");
  const auto answer = world.load_file(path, kAutumn, "2025-01-10");
  EXPECT_NE(answer.account.find("columns not read: suspensions.csv: `colour`"), std::string::npos)
      << answer.account;
}

TEST_P(Loads, rejects_of_a_feed_with_other_letters_are_mended_as_they_are) {
  world.feed.forms.front().windows_1252 = true;
  world.load("Zo\xEB,,2024-10-02,3\nRen\xE9,,02/10/2024,1\n", kAutumn, "2025-01-10");
  auto kept = text_of((world.place / "rejects/000001/suspensions.csv").string());
  EXPECT_TRUE(kept.starts_with("\xEF\xBB\xBFperson,")) << kept;
  kept.replace(kept.find("02/10/2024"), 10, "2024-10-02");
  const auto mended = world.folder.write("mended/suspensions.csv", kept);
  world.load_file(mended, "", "2025-01-12", 1);
  EXPECT_EQ(world.stands(), "Ren\xC3\xA9,2024-10-02,1.0\nZo\xC3\xAB,2024-10-02,3.0\n");
}

TEST_P(Loads, a_line_beyond_all_reason_is_counted_and_stays_in_the_agencys_file) {
  const auto answer = world.load("Ann,,2024-10-02,3\nBen," + std::string(3 << 20, 'x') + "\n",
                                 kAutumn, "2025-01-10");
  EXPECT_NE(answer.account.find("1 could not be read as a row"), std::string::npos);
  EXPECT_EQ(answer.account.find("kept in"), std::string::npos) << answer.account;
  EXPECT_TRUE(world.faults().empty());
}

TEST_P(Loads, a_row_that_describes_its_person_as_the_row_before_is_no_new_sighting) {
  const auto answer = world.load(
      "Ann,2012-03-01,2024-10-02,1\nBen,,2024-10-02,1\nAnn,2012-03-01,2024-11-02,1\n"
      "Ann,,2024-12-02,1\n",
      kAutumn, "2025-01-10");
  EXPECT_NE(answer.account.find("sightings: 3, of 2 people"), std::string::npos) << answer.account;
  EXPECT_NE(answer.account.find("records: 4 suspension"), std::string::npos) << answer.account;
}

TEST_P(Loads, no_message_repeats_a_cell) {
  const auto answer =
      world.load("Zebedee,,31/02/2024,3\nAnn,,2024-10-02,3\n", kAutumn, "2025-01-10");
  const auto said = answer.account + to_text(answer.diagnostics);
  EXPECT_EQ(said.find("Zebedee"), std::string::npos) << said;
  EXPECT_EQ(said.find("31/02"), std::string::npos) << said;
}

// An index of SQLite's own would keep a row's keys a second time; it stays where a key is a text.
TEST(SqliteCasebook, keeps_each_row_once) {
  StoreWorld world(StoreKind::Sqlite);
  ASSERT_EQ(world.load("Ann,2012-03-01,2024-10-02,3\n", kAutumn, "2025-01-10").loaded, 1);
  auto store = Store::open_to_load(world.address, *parse_date("2025-01-11"), [] {});
  ASSERT_TRUE(store.has_value());
  LinkRunEntry run;
  run.number = 1;
  const auto made = PeopleBook(store->casebook).add(run, nullptr);
  ASSERT_TRUE(made.has_value()) << made.error().message;
  const auto twice = store->casebook.session().run(
      "select distinct tbl_name from sqlite_master where name like 'sqlite_autoindex%' and tbl_name"
      " in ('load', 'segment', 'load_file', 'covered', 'outcome', 'link_run', 'person_event',"
      " 'sighted', 'person_event_row') order by tbl_name");
  ASSERT_TRUE(twice.has_value());
  // A load has its content, a segment its name, as a key of their own.
  EXPECT_EQ(*twice, (std::vector<SqlRow>{{"load"}, {"segment"}}));
}

}  // namespace
}  // namespace hearth
