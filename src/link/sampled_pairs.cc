#include "link/sampled_pairs.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "link/parallel.h"

namespace hearth::link {
namespace {

constexpr double kMostFound = 2e6;  // pairs, each counted once for every rule that finds it

struct KeyedRow {
  std::uint64_t key = 0;
  RowNumber row = 0;
  auto operator<=>(const KeyedRow&) const = default;
};

struct Found {
  std::uint64_t pair = 0;  // the chosen row in the upper half
  std::uint32_t rule = 0;
  auto operator<=>(const Found&) const = default;
};

// The first rows by content, without parting rows that say the same.
std::size_t rows_to_choose(const std::vector<RowNumber>& ordered,
                           const std::vector<RuleCost>& library, const Sightings& sightings) {
  double a_row = 1e-9;
  for (const auto& cost : library) {
    a_row += 2 * static_cast<double>(cost.pairs) / static_cast<double>(ordered.size());
  }
  const auto wanted = std::max(kMostFound / a_row, 100.0);
  if (wanted >= static_cast<double>(ordered.size())) return ordered.size();
  auto count = static_cast<std::size_t>(wanted);
  while (count < ordered.size() &&
         sightings.content[ordered[count]] == sightings.content[ordered[count - 1]]) {
    ++count;
  }
  return count;
}

class RuleSearch {
 public:
  RuleSearch(const BlockingRule& rule, const std::vector<KeySource>& sources,
             const Sightings& sightings)
      : rule_(rule), sources_(sources), sightings_(sightings), seen_(1 << 16) {}

  void choose(std::span<const RowNumber> rows) {
    for (const auto row : rows) {
      const auto key = key_of(rule_, sources_, sightings_, row);
      if (key == 0) continue;
      chosen_.push_back({key, row});
      seen_[key >> 48] = true;
    }
    std::ranges::sort(chosen_);
  }

  // Every row that shares a key with a chosen one, by key.
  void search() {
    for (RowNumber row = 0; row < sightings_.size() && !chosen_.empty(); ++row) {
      const auto key = key_of(rule_, sources_, sightings_, row);
      if (key == 0 || !seen_[key >> 48]) continue;
      const auto at = std::ranges::lower_bound(chosen_, key, {}, &KeyedRow::key);
      if (at != chosen_.end() && at->key == key) sharing_.push_back({key, row});
    }
    std::ranges::sort(sharing_);
  }

  void tell(std::uint32_t rule, std::size_t largest, std::vector<Found>& found) const {
    auto chosen = chosen_.begin();
    for (auto first = sharing_.begin(); first != sharing_.end();) {
      const auto last = std::find_if(first, sharing_.end(),
                                     [&](const KeyedRow& row) { return row.key != first->key; });
      while (chosen->key < first->key) ++chosen;
      const bool small = static_cast<std::size_t>(last - first) <= largest;
      for (; chosen != chosen_.end() && chosen->key == first->key; ++chosen) {
        for (auto other = first; small && other != last; ++other) {
          if (other->row == chosen->row) continue;
          found.push_back({static_cast<std::uint64_t>(chosen->row) << 32 | other->row, rule});
        }
      }
      first = last;
    }
  }

 private:
  const BlockingRule& rule_;
  const std::vector<KeySource>& sources_;
  const Sightings& sightings_;
  std::vector<KeyedRow> chosen_, sharing_;
  std::vector<bool> seen_;
};

std::vector<SampledPair> gathered(std::vector<Found> found) {
  std::ranges::sort(found);
  std::vector<SampledPair> pairs;
  for (const auto& one : found) {
    const auto a = static_cast<RowNumber>(one.pair >> 32);
    const auto b = static_cast<RowNumber>(one.pair);
    if (pairs.empty() || pairs.back().a != a || pairs.back().b != b) pairs.push_back({a, b, 0, {}});
    pairs.back().found_by.set(one.rule);
  }
  return pairs;
}

}  // namespace

std::vector<RowNumber> rows_by_content(const Sightings& sightings) {
  std::vector<RowNumber> rows(sightings.size());
  std::iota(rows.begin(), rows.end(), RowNumber{0});
  std::ranges::sort(rows, {},
                    [&](RowNumber row) { return std::pair(sightings.content[row], row); });
  return rows;
}

SampledPairs sample_pairs(const Model& model, const std::vector<KeySource>& sources,
                          const std::vector<RuleCost>& library, const Sightings& sightings,
                          int threads) {
  const auto ordered = rows_by_content(sightings);
  SampledPairs sampled;
  if (ordered.empty()) return sampled;
  sampled.chosen_rows = rows_to_choose(ordered, library, sightings);
  const std::span chosen(ordered.data(), sampled.chosen_rows);
  std::vector<std::vector<Found>> found(static_cast<std::size_t>(threads));
  in_parallel(library.size(), threads, [&](std::size_t rule, std::size_t thread) {
    RuleSearch search(library[rule].rule, sources, sightings);
    search.choose(chosen);
    search.search();
    search.tell(static_cast<std::uint32_t>(rule), model.blocking.largest_block, found[thread]);
  });
  for (std::size_t i = 1; i < found.size(); ++i) {
    found[0].insert(found[0].end(), found[i].begin(), found[i].end());
    found[i] = {};
  }
  sampled.pairs = gathered(std::move(found[0]));
  constexpr std::size_t kParts = 64;
  std::vector<PairComparer> comparers;
  for (int i = 0; i < threads; ++i) comparers.emplace_back(model, sightings);
  in_parallel(kParts, threads, [&](std::size_t part, std::size_t thread) {
    const auto size = sampled.pairs.size();
    for (auto i = size * part / kParts; i < size * (part + 1) / kParts; ++i) {
      auto& pair = sampled.pairs[i];
      pair.pattern = comparers[thread].compare(sightings, pair.a, pair.b);
    }
  });
  return sampled;
}

}  // namespace hearth::link
