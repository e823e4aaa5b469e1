// A review that is taken while the process is killed or the disk is full: all of it is there, or
// nothing, and it can be taken again.
#include <cstdlib>

#include "store/loading_program.h"
#include "store/review_world.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class ReviewMishaps : public Reviews {
 protected:
  void SetUp() override {
    Reviews::SetUp();
    if (IsSkipped()) return;
    auto pairs = sheet();
    const auto rows = chosen(pairs);
    pairs.decide(rows.two, "same");
    pairs.decide(rows.one, "different");
    back = pairs.save(world.store.folder.path() / "back.xlsx");
    base_url = world.store.url;
    fs::copy(world.store.place, base, fs::copy_options::recursive);
    before = dump();
    back_to_base();
    ASSERT_EQ(take("").code, 0);
    whole = dump();
    ASSERT_NE(whole, before);
  }

  void back_to_base() {
    auto& store = world.store;
    fs::remove_all(store.place);
    fs::copy(base, store.place, fs::copy_options::recursive);
    if (store.kind == StoreKind::Sqlite) return;
    store.url = PostgresServer::get()->new_database(base_url);
    store.address = store.url + "&lake=" + store.place.string();
  }
  // In a shell of its own, which hears of a child that was killed.
  Ran take(const std::string& environment) const {
    return run_shell("( " + environment + "\"$HEARTH\" link review --on 2025-02-04 --import '" +
                     back + "' --store '" + world.store.address + "' )");
  }
  static std::string watched(const std::string& variables) {
    return "ASAN_OPTIONS=verify_asan_link_order=0 " + variables +
           " LD_PRELOAD='" HEARTH_FAIL_AT_LIBRARY "' ";
  }

  void expect_whole_or_nothing(const std::string& how) {
    back_to_base();
    const auto count = (world.store.folder.path() / "count").string();
    take(watched("HEARTH_FAIL_COUNT='" + count + "'"));
    const auto calls = std::atol(text_of(count).c_str());
    ASSERT_GT(calls, 0) << "the program was not watched";
    for (const auto at : hearth::chosen(calls, 5)) {
      const auto when = how + " at call " + std::to_string(at);
      back_to_base();
      take(watched("HEARTH_FAIL_AT=" + std::to_string(at) + " HEARTH_FAIL_HOW=" + how));
      const auto now = dump();
      EXPECT_TRUE(now == before || now == whole) << when << ": half a review is there";
      for (const auto& fault : world.store.faults()) ADD_FAILURE() << fault << ", " << when;
      EXPECT_EQ(take("").code, now == whole ? 4 : 0) << when;
      EXPECT_EQ(dump(), whole) << when;
    }
  }

  fs::path base = world.store.folder.path() / "base";
  std::string back, base_url, before, whole;
};
INSTANTIATE_TEST_SUITE_P(Either, ReviewMishaps,
                         testing::Values(StoreKind::Sqlite, StoreKind::Postgres),
                         [](const auto& of) { return to_text(of.param); });

TEST_P(ReviewMishaps, killed_before_any_call_a_review_is_taken_whole_or_not) {
  expect_whole_or_nothing("kill");
}

TEST_P(ReviewMishaps, on_a_full_disk_nothing_of_a_review_is_taken) {
  expect_whole_or_nothing("full");
}

}  // namespace
}  // namespace hearth
