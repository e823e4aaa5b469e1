#include "links/hashed_list.h"

#include <algorithm>
#include <bit>

namespace hearth::links {
namespace {

constexpr std::size_t kOfPart = 8;  // hashes, on average: as many as memory gives at once

// The part a hash is in; there are a power of two of them.
std::size_t part_of(std::uint64_t hash, std::size_t parts) {
  return parts == 1 ? 0 : hash >> (64 - std::countr_zero(parts));
}

}  // namespace

std::size_t HashedList::count_of_begins(std::size_t hashes) {
  return std::bit_ceil(hashes / kOfPart + 1) + 1;
}

std::vector<std::uint32_t> HashedList::begins_of(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint32_t> begins(count_of_begins(hashes.size()));
  const auto parts = begins.size() - 1;
  std::size_t at = 0;
  for (std::size_t part = 0; part <= parts; ++part) {
    while (at < hashes.size() && part_of(hashes[at], parts) < part) ++at;
    begins[part] = static_cast<std::uint32_t>(at);
  }
  return begins;
}

std::span<const std::uint32_t> HashedList::with(std::uint64_t hash) const {
  const auto part = part_of(hash, begins_.size() - 1);
  const std::size_t begin = begins_[part];
  const auto hashes = hashes_.subspan(begin, begins_[part + 1] - begin);
  const auto found = std::ranges::equal_range(hashes, hash);
  const auto before = static_cast<std::size_t>(found.begin() - hashes.begin());
  return numbers_.subspan(begin + before, found.size());
}

void HashedList::fetch(std::uint64_t hash) const {
  const auto begin = begins_[part_of(hash, begins_.size() - 1)];
  __builtin_prefetch(hashes_.data() + begin);
  __builtin_prefetch(numbers_.data() + begin);
}

}  // namespace hearth::links
