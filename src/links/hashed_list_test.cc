// What is found by hash is what stands beside it, however the hashes lie.
#include "links/hashed_list.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace hearth::links {
namespace {

struct Lists {
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> begins, numbers;
  HashedList list() const { return {begins, hashes, numbers}; }
};

Lists lists_of(std::vector<std::uint64_t> hashes) {
  Lists lists;
  std::ranges::sort(hashes);
  lists.begins = HashedList::begins_of(hashes);
  lists.numbers.resize(hashes.size());
  std::iota(lists.numbers.begin(), lists.numbers.end(), 0U);
  lists.hashes = std::move(hashes);
  return lists;
}

void expect_found(const Lists& lists, std::uint64_t hash) {
  std::vector<std::uint32_t> expected;
  for (std::size_t i = 0; i < lists.hashes.size(); ++i) {
    if (lists.hashes[i] == hash) expected.push_back(lists.numbers[i]);
  }
  const auto found = lists.list().with(hash);
  ASSERT_EQ(std::vector(found.begin(), found.end()), expected) << hash;
  lists.list().fetch(hash);  // of no account
}

TEST(HashedList, finds_nothing_in_nothing) {
  const auto lists = lists_of({});
  for (const std::uint64_t hash : {std::uint64_t{0}, std::uint64_t{7}, UINT64_MAX}) {
    expect_found(lists, hash);
  }
}

TEST(HashedList, finds_all_of_one_hash_at_either_end) {
  const auto lists = lists_of({0, 0, 5, UINT64_MAX, UINT64_MAX, UINT64_MAX});
  for (const std::uint64_t hash :
       {std::uint64_t{0}, std::uint64_t{5}, UINT64_MAX - 1, UINT64_MAX}) {
    expect_found(lists, hash);
  }
}

RC_GTEST_PROP(HashedList, finds_what_stands_there, ()) {
  auto hashes = *rc::gen::arbitrary<std::vector<std::uint64_t>>();
  const auto often = *rc::gen::inRange<std::size_t>(0, 40);  // as if all said the same
  if (!hashes.empty()) hashes.insert(hashes.end(), often, hashes.front());
  const auto lists = lists_of(hashes);
  for (const auto hash : hashes) expect_found(lists, hash);
  expect_found(lists, *rc::gen::arbitrary<std::uint64_t>());
}

// As they are in a store: many, spread over all there are.
TEST(HashedList, finds_each_of_many) {
  std::vector<std::uint64_t> hashes;
  for (std::uint64_t i = 0; i < 3'000; ++i) hashes.push_back(i * 0x9E3779B97F4A7C15);
  const auto lists = lists_of(hashes);
  EXPECT_EQ(lists.begins.size(), HashedList::count_of_begins(hashes.size()));
  for (const auto hash : hashes) expect_found(lists, hash);
}

}  // namespace
}  // namespace hearth::links
