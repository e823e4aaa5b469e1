#include "engine/in_order.h"

#include <gtest/gtest.h>

#include <numeric>

namespace hearth {
namespace {

std::vector<std::size_t> handed_over(std::size_t count, int threads) {
  std::vector<std::size_t> all;
  in_order(
      count, threads,
      [](std::size_t first, std::size_t last) {
        std::vector<std::size_t> made(last - first);
        std::iota(made.begin(), made.end(), first);
        return made;
      },
      [&](const std::vector<std::size_t>& made) {
        all.insert(all.end(), made.begin(), made.end());
        return true;
      });
  return all;
}

TEST(InOrder, hands_everything_over_in_order_with_any_number_of_threads) {
  for (const std::size_t count : {0u, 1u, 127u, 128u, 129u, 5000u}) {
    std::vector<std::size_t> expected(count);
    std::iota(expected.begin(), expected.end(), 0u);
    for (const int threads : {0, 1, 2, 7}) {
      EXPECT_EQ(handed_over(count, threads), expected) << count << " by " << threads;
    }
  }
}

TEST(InOrder, stops_when_nobody_wants_more) {
  for (const int threads : {1, 4}) {
    int taken = 0;
    in_order(
        100 * kChunk, threads, [](std::size_t first, std::size_t) { return first; },
        [&](std::size_t) { return ++taken < 3; });
    EXPECT_EQ(taken, 3);
  }
}

}  // namespace
}  // namespace hearth
