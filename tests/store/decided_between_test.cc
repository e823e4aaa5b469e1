// Days on which agencies send more, and somebody decides on pairs and takes it back: each run ends
// as one over everything ends, whatever is kept of the runs before it.
#include <algorithm>

#include "store/review_world.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

class DecidedBetween : public Reviews {
 protected:
  void decide_on_some() {
    auto pairs = sheet();
    if (pairs.rows() == 0) return;
    for (int i = 0; i < 3; ++i) {
      pairs.decide(luck() % pairs.rows(), luck() % 2 == 0 ? "same" : "different");
    }
    const auto imported = import(pairs);  // which refuses what does not fit together
    if (imported.diagnostics.has_errors()) return;
    said += imported.same + imported.different;
    last_said = imported.first_event;
  }

  void undo_the_last() {
    if (last_said == 0) return;
    const auto undone = identity::decide({world.store.address, last_said, identity::Verdict::Undo,
                                          "j.smith", "wrong", *parse_date("2025-02-05"), [] {}});
    ASSERT_TRUE(undone.has_value()) << undone.error().message;
    if (undone->refused.empty()) ++taken_back;
    last_said = 0;
  }

  // The rows of the first answer, by cluster of either.
  static void expect_one_partition(const identity::LinkStoreAnswer& some,
                                   const identity::LinkStoreAnswer& all) {
    std::map<SightingPlace, std::uint32_t> of_all;
    for (const auto& row : all.clusters) of_all[row.place] = row.cluster;
    std::map<std::uint32_t, std::uint32_t> there, back;
    for (const auto& row : some.clusters) {
      const auto other = of_all.at(row.place);
      EXPECT_EQ(there.emplace(row.cluster, other).first->second, other);
      EXPECT_EQ(back.emplace(other, row.cluster).first->second, row.cluster);
    }
  }

  // Everything anew, in a copy of the store as it is.
  identity::LinkStoreAnswer anew() {
    const auto copy = world.store.folder.path() / "copy";
    fs::remove_all(copy);
    fs::copy(world.store.place, copy, fs::copy_options::recursive);
    auto all = request;
    all.store = copy.string();
    all.anew = true;
    return world.link(all);
  }

  std::mt19937 luck{1128};
  std::int64_t last_said = 0;  // the event; 0: it was undone
  std::size_t said = 0, taken_back = 0;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, DecidedBetween, testing::Values(StoreKind::Sqlite));

TEST_P(DecidedBetween, runs_end_as_one_over_everything_does) {
  std::mt19937 another(7);
  const auto rows = made_up_council(another, 160);
  for (std::size_t first = 0; first < rows.size();) {
    const auto last = first + 1 + luck() % 20;
    world.load(some(rows, first, last));
    first = last;
    const auto answer = world.link(request);
    EXPECT_FALSE(answer.everything);
    expect_one_partition(answer, anew());
    if (luck() % 2 == 0) decide_on_some();
    if (luck() % 3 == 0) undo_the_last();
  }
  EXPECT_GT(said, 5u);
  EXPECT_GT(taken_back, 1u);
}

}  // namespace
}  // namespace hearth
