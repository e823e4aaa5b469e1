// Rows that were set aside: how many of them no answer knows, and that every answer says so.
#include "store/still_aside.h"

#include "program/run_program.h"
#include "store/store_world.h"

namespace hearth {
namespace {

LoadEntry load_of(std::int64_t number, std::int64_t mends,
                  const std::vector<OutcomeEntry>& outcomes,
                  const std::string& first = "2025-01-01", const std::string& last = "2025-01-31") {
  LoadEntry load;
  load.number = number;
  load.mends = mends;
  load.feed = "suspensions";
  load.first = *parse_date(first);
  load.last = *parse_date(last);
  if (mends == 0) load.covered = {{"suspension", load.first, load.last}};
  load.outcomes = outcomes;
  return load;
}

const std::vector<OutcomeEntry> kFourOfTen = {{"a.xlsx", "rows", "suspension", 6},
                                              {"a.xlsx", "rows", "set aside", 4},
                                              {"pupils.csv", "pupils", "pupil", 50}};

TEST(StillAside, are_rows_that_were_not_mended) {
  const auto first = load_of(1, 0, kFourOfTen);
  EXPECT_EQ(rows_still_aside({first}), 4);
  EXPECT_EQ(rows_still_aside({first, load_of(2, 1, {{"a.csv", "rows", "suspension", 3}})}), 1);
  EXPECT_EQ(
      rows_still_aside(
          {first,
           load_of(2, 1, {{"a.csv", "rows", "suspension", 3}, {"a.csv", "rows", "set aside", 1}})}),
      1);
  EXPECT_EQ(rows_still_aside({first, load_of(2, 1, {{"a.csv", "rows", "suspension", 2}}),
                              load_of(3, 1, {{"a.csv", "rows", "suspension", 2}})}),
            0);
}

TEST(StillAside, are_not_mended_by_files_that_come_beside) {
  const auto mended =
      load_of(2, 1, {{"a.csv", "rows", "suspension", 1}, {"pupils.csv", "pupils", "pupil", 50}});
  EXPECT_EQ(rows_still_aside({load_of(1, 0, kFourOfTen), mended}), 3);
}

TEST(StillAside, are_not_those_whose_days_a_later_load_tells_again) {
  const auto first = load_of(1, 0, kFourOfTen);
  const std::vector<OutcomeEntry> whole = {{"b.csv", "rows", "suspension", 10}};
  EXPECT_EQ(rows_still_aside({first, load_of(2, 0, whole)}), 0);
  EXPECT_EQ(rows_still_aside({first, load_of(2, 0, whole, "2024-09-01", "2025-02-28")}), 0);
  EXPECT_EQ(rows_still_aside({first, load_of(2, 0, whole, "2025-01-02", "2025-02-28")}), 4);
  auto other = load_of(2, 0, whole);
  other.feed = "police";
  EXPECT_EQ(rows_still_aside({first, other}), 4);
  other = load_of(2, 0, whole);
  other.covered = {{"attendance", other.first, other.last}};
  EXPECT_EQ(rows_still_aside({first, other}), 4);
}

class AnswersWithoutRows : public StoreTest {
 protected:
  Ran load(const std::string& rows, const std::vector<std::string>& more = {}) {
    const auto feed = world.folder.write("suspensions.toml", kFeedToml);
    std::vector<std::string> words = {
        "load", "--feed", feed, "--covers", "2025-01-01..2025-01-31", "--started", "2025-01-01"};
    words.insert(words.end(), more.begin(), more.end());
    words.push_back(world.folder.write("in/suspensions.csv", kHeader + rows));
    return run(words);
  }
  Ran run(std::vector<std::string> words) {
    words.insert(words.end(), {"--store", world.address});
    return run_program(words);
  }
  std::string said() {
    return run({"evaluate", "--plan", root() + "/plans/national-2022.md", "--on", "2025-01-31"})
        .err;
  }
};
INSTANTIATE_TEST_SUITE_P(Either, AnswersWithoutRows,
                         testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

constexpr const char* kNote = "set aside when loaded";

TEST_P(AnswersWithoutRows, say_so_until_the_rows_are_mended) {
  EXPECT_EQ(load("c1,2015-01-01,2025-01-10,2\nc2,2015-01-01,2025-02-31,1\n").code, 4);
  EXPECT_NE(said().find("1 was set aside when loaded and is in no answer"), std::string::npos)
      << said();
  EXPECT_NE(run({"status"}).out.find("2 rows, 1 set aside\n"), std::string::npos)
      << run({"status"}).out;
  const auto mended = load("c2,2015-01-01,2025-01-31,1\n", {"--mends", "1"});
  EXPECT_EQ(mended.code, 0) << mended.err;
  EXPECT_EQ(said().find(kNote), std::string::npos) << said();
  EXPECT_NE(run({"status"}).out.find("3 rows, 1 set aside, 0 still\n"), std::string::npos)
      << run({"status"}).out;
}

TEST_P(AnswersWithoutRows, say_so_until_a_corrected_file_comes) {
  load("c1,2015-01-01,2025-01-10,2\nc2,2015-01-01,2025-02-31,1\nc3,2015-01-01,today,1\n");
  EXPECT_NE(said().find("2 were set aside when loaded and are in no answer"), std::string::npos)
      << said();
  load("c1,2015-01-01,2025-01-10,2\nc2,2015-01-01,2025-01-31,1\nc3,2015-01-01,2025-01-30,1\n");
  EXPECT_EQ(said().find(kNote), std::string::npos) << said();
}

}  // namespace
}  // namespace hearth
