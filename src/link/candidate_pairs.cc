#include "link/candidate_pairs.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "link/parallel.h"

namespace hearth::link {
namespace {

constexpr std::size_t kParts = 32;  // of each rule's keys

Blocks blocks_of(const BlockingRule& rule, const std::vector<KeySource>& sources,
                 const Sightings& sightings, std::size_t largest) {
  const BlockSizes sizes(rule, sources, sightings);
  Blocks keys(sightings.size());
  for (RowNumber row = 0; row < keys.size(); ++row) {
    const auto key = key_of(rule, sources, sightings, row);
    if (key != 0 && sizes.of(key) <= largest) keys[row] = static_cast<std::uint32_t>(key >> 32) | 1;
  }
  return keys;
}

class Seat {
 public:
  Seat(const Model& model, const Sightings& sightings, const Scorer& scorer, RowNumber first_rows,
       double least)
      : comparer_(model, sightings), scorer_(scorer), first_rows_(first_rows), least_(least) {}

  // All pairs of the rows of one part of a rule's keys that no earlier rule brings.
  void take_part(const std::vector<Blocks>& rules, std::size_t rule, std::size_t part) {
    rows_.clear();
    const auto& keys = rules[rule];
    for (std::size_t row = 0; row < keys.size(); ++row) {
      if (keys[row] == 0 || (keys[row] >> 1) % kParts != part) continue;
      rows_.push_back(static_cast<std::uint64_t>(keys[row]) << 32 | row);
    }
    std::ranges::sort(rows_);
    for (std::size_t first = 0; first < rows_.size();) {
      auto last = first + 1;
      while (last < rows_.size() && rows_[last] >> 32 == rows_[first] >> 32) ++last;
      take_block(rules, rule, first, last);
      first = last;
    }
  }

  CandidatePairs& found() { return found_; }

 private:
  void take_block(const std::vector<Blocks>& rules, std::size_t rule, std::size_t first,
                  std::size_t last) {
    for (auto i = first; i < last; ++i) {
      const auto a = static_cast<RowNumber>(rows_[i]);
      if (a >= first_rows_) return;
      for (auto j = i + 1; j < last; ++j) {
        const auto b = static_cast<RowNumber>(rows_[j]);
        if (brought_before(rules, rule, a, b)) continue;
        ++found_.candidates;
        const auto score = scorer_.score(comparer_.compare(a, b), a, b);
        if (score >= least_) found_.likely.push_back({a, b, static_cast<float>(score)});
      }
    }
  }

  static bool brought_before(const std::vector<Blocks>& rules, std::size_t rule, RowNumber a,
                             RowNumber b) {
    for (std::size_t earlier = 0; earlier < rule; ++earlier) {
      const auto key = rules[earlier][a];
      if (key != 0 && key == rules[earlier][b]) return true;
    }
    return false;
  }

  PairComparer comparer_;
  const Scorer& scorer_;
  RowNumber first_rows_;
  double least_;
  std::vector<std::uint64_t> rows_;  // with the key in the upper half
  CandidatePairs found_;
};

}  // namespace

CandidatePairs score_candidates(const Model& model, const std::vector<KeySource>& sources,
                                const ChosenRules& rules, const Sightings& sightings,
                                double least_bits, int threads, const TellParts& tell) {
  std::vector<Blocks> blocks(rules.rules.size());
  in_parallel(blocks.size(), threads, [&](std::size_t i, std::size_t) {
    blocks[i] = blocks_of(rules.rules[i].rule, sources, sightings, model.blocking.largest_block);
  });
  return score_in_blocks(model, blocks, sightings, static_cast<RowNumber>(sightings.size()),
                         least_bits, threads, tell);
}

CandidatePairs score_in_blocks(const Model& model, const std::vector<Blocks>& rules,
                               const Sightings& sightings, RowNumber first_rows, double least_bits,
                               int threads, const TellParts& tell) {
  const Scorer scorer(model, sightings);
  std::vector<Seat> seats;
  for (int i = 0; i < threads; ++i) {
    seats.emplace_back(model, sightings, scorer, first_rows, least_bits);
  }
  std::mutex telling_;
  std::size_t done = 0;
  in_parallel(rules.size() * kParts, threads, [&](std::size_t part, std::size_t thread) {
    seats[thread].take_part(rules, part / kParts, part % kParts);
    const std::scoped_lock lock(telling_);
    tell(++done, rules.size() * kParts);
  });
  CandidatePairs all;
  for (auto& seat : seats) {
    auto& found = seat.found();
    all.candidates += found.candidates;
    all.likely.insert(all.likely.end(), found.likely.begin(), found.likely.end());
    found.likely = {};
  }
  return all;
}

}  // namespace hearth::link
