#include <algorithm>

#include "identity/find_likely.h"
#include "link/parallel.h"

namespace hearth::identity {
namespace {

using link::RowNumber;

// A number for each key that few enough rows share; 0: what too many share, or no other row.
link::Blocks blocks_of(const std::vector<std::uint64_t>& keys, std::size_t largest) {
  std::vector<std::pair<std::uint64_t, RowNumber>> rows;
  for (RowNumber row = 0; row < keys.size(); ++row) {
    if (keys[row] != 0) rows.emplace_back(keys[row], row);
  }
  std::ranges::sort(rows);
  link::Blocks blocks(keys.size());
  std::uint32_t number = 0;
  for (auto first = rows.begin(); first != rows.end();) {
    auto last = first;
    while (last != rows.end() && last->first == first->first) ++last;
    const auto size = static_cast<std::size_t>(last - first);
    if (size > 1 && size <= largest) {
      ++number;
      for (auto row = first; row != last; ++row) blocks[row->second] = number;
    }
    first = last;
  }
  return blocks;
}

}  // namespace

FoundPairs find_likely(const Learnt& learnt, const link::Sightings& rows, const RuleKeys& keys,
                       int threads, const link::TellParts& tell) {
  std::vector<link::Blocks> blocks(keys.size());
  link::in_parallel(keys.size(), threads, [&](std::size_t rule, std::size_t) {
    blocks[rule] = blocks_of(keys[rule], learnt.model.blocking.largest_block);
  });
  const auto scored = link::score_in_blocks(learnt.model, blocks, rows,
                                            link::bits(learnt.model.doubt_from), threads, tell);
  FoundPairs found;
  found.candidates = scored.candidates;
  for (const auto& pair : scored.likely) found.likely.push_back({{pair.a, pair.b}, pair.bits});
  return found;
}

}  // namespace hearth::identity
