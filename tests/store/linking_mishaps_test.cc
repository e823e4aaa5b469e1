// A run of the linker that is killed, runs out of disk or meets another: all of it is there or
// nothing, and the next one ends where it would have.
#include <cstdlib>

#include "casebook/people_book.h"
#include "store/linking_world.h"
#include "store/loading_program.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class LinkingMishaps : public testing::TestWithParam<StoreKind> {
 protected:
  LinkingMishaps() : world(GetParam()), base(world.store.folder.path() / "base") {}

  // A store with one run, and a load that no run has looked at.
  void SetUp() override {
    if (!world.store.possible()) GTEST_SKIP() << "there is no PostgreSQL 15 here";
    std::mt19937 luck(7);
    const auto rows = made_up_council(luck, 100);
    const auto middle = rows.begin() + 150;
    world.load({rows.begin(), middle});
    world.link();
    world.load({middle, rows.end()}, "2025-01-21");
    base_url = world.store.url;
    fs::copy(world.store.place, base, fs::copy_options::recursive);
    before = world.people();
    ASSERT_EQ(program("").code, 0);
    whole = world.people();
    ASSERT_GT(whole.size(), before.size());
  }

  void back_to_base() {
    auto& store = world.store;
    fs::remove_all(store.place);
    fs::copy(base, store.place, fs::copy_options::recursive);
    if (store.kind == StoreKind::Sqlite) return;
    store.url = PostgresServer::get()->new_database(base_url);
    store.address = store.url + "&lake=" + store.place.string();
  }

  std::string words() const {
    return "\"$HEARTH\" link --threads 1 --on 2025-02-01 --store '" + world.store.address + "'";
  }
  // In a shell of its own, which hears of a child that was killed.
  Ran program(const std::string& environment) const {
    return run_shell("( " + environment + words() + " )");
  }
  static std::string watched(const std::string& variables) {
    return "ASAN_OPTIONS=verify_asan_link_order=0 " + variables +
           " LD_PRELOAD='" HEARTH_FAIL_AT_LIBRARY "' ";
  }

  long calls() {
    back_to_base();
    const auto count = (world.store.folder.path() / "count").string();
    program(watched("HEARTH_FAIL_COUNT='" + count + "'"));
    return std::atol(text_of(count).c_str());
  }

  void expect_sound(const std::string& when) {
    for (const auto& fault : world.store.faults()) ADD_FAILURE() << fault << ", " << when;
    const auto people = world.people();
    EXPECT_TRUE(people == before || people == whole) << when << ": half a run is there";
  }
  void expect_whole(const std::string& when) {
    const auto ran = program("");
    EXPECT_EQ(ran.code, 0) << when << ran.err;
    EXPECT_EQ(world.people(), whole) << when;
    for (const auto& fault : world.store.faults()) ADD_FAILURE() << fault << ", " << when;
  }

  void expect_whole_or_nothing(const std::string& how) {
    const auto all = calls();
    ASSERT_GT(all, 5) << "the program was not watched";
    for (const auto at : chosen(all, 5)) {
      const auto when = how + " at call " + std::to_string(at);
      back_to_base();
      const auto ran =
          program(watched("HEARTH_FAIL_AT=" + std::to_string(at) + " HEARTH_FAIL_HOW=" + how));
      // Once all is committed, what is left to do needs no room.
      EXPECT_TRUE(ran.code != 0 || (how == "full" && world.people() == whole)) << when;
      EXPECT_EQ(ran.err.find("Quill"), std::string::npos);
      expect_sound(when);
      expect_whole(when);
    }
  }

  LinkingWorld world;
  fs::path base;
  std::string base_url;
  std::map<std::string, std::string> before, whole;
};
INSTANTIATE_TEST_SUITE_P(Either, LinkingMishaps,
                         testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(LinkingMishaps, killed_before_any_call_a_run_is_whole_or_not_there) {
  expect_whole_or_nothing("kill");
}

TEST_P(LinkingMishaps, on_a_full_disk_nothing_of_the_run_is_there) {
  expect_whole_or_nothing("full");
}

TEST_P(LinkingMishaps, of_two_at_once_one_waits_and_then_finds_nothing_to_do) {
  back_to_base();
  const auto ran = run_shell("( " + words() + " & " + words() + " ; wait )");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(world.people(), whole);
  EXPECT_NE(ran.out.find("there is nothing in the store that was not looked at before"),
            std::string::npos)
      << ran.out;
  EXPECT_TRUE(world.store.faults().empty());
}

}  // namespace
}  // namespace hearth
