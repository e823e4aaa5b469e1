#include "link/candidate_pairs.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "link/likely_pairs.h"
#include "link/parallel.h"

namespace hearth::link {
namespace {

// Of each rule's keys: more parts keep more threads busy, but each looks at all rows.
constexpr std::size_t kMostParts = 32, kRowsOfPart = 65'536;

// The keys of each row side by side, a rule each; 0: no key, or too many rows share it.
class RowKeys {
 public:
  RowKeys(std::size_t rows, std::size_t rules) : rules_(rules), keys_(rows * rules) {}

  void set(std::size_t index, const Blocks& blocks) {
    for (std::size_t row = 0; row < blocks.size(); ++row) keys_[row * rules_ + index] = blocks[row];
  }

  std::size_t rows() const { return rules_ == 0 ? 0 : keys_.size() / rules_; }
  const std::uint32_t* of(RowNumber row) const { return keys_.data() + row * rules_; }

  void set(std::size_t index, const BlockingRule& rule, const std::vector<KeySource>& sources,
           const Sightings& sightings, std::size_t largest) {
    const BlockSizes sizes(rule, sources, sightings);
    for (RowNumber row = 0; row < rows(); ++row) {
      const auto key = key_of(rule, sources, sightings, row);
      if (key == 0 || sizes.of(key) > largest) continue;
      keys_[row * rules_ + index] = static_cast<std::uint32_t>(key >> 32) | 1;
    }
  }

 private:
  std::size_t rules_;
  std::vector<std::uint32_t> keys_;
};

struct Given {
  RowValues values;
  RowKeys keys;
  Scorer scorer;
  RowRarities rarities;
  std::size_t parts = kMostParts;
  double least = 0;
};

class Seat {
 public:
  Seat(const Model& model, const Sightings& sightings, const Given& given)
      : pairs_(model, given.scorer, PairComparer(model, sightings), given.least), given_(given) {}

  // All pairs of the rows of one part of a rule's keys that no earlier rule brings.
  void take_part(std::size_t rule, std::size_t part) {
    rows_.clear();
    for (RowNumber row = 0; row < given_.keys.rows(); ++row) {
      const auto key = given_.keys.of(row)[rule];
      if (key == 0 || (key >> 1) % given_.parts != part) continue;
      rows_.push_back(static_cast<std::uint64_t>(key) << 32 | row);
    }
    std::ranges::sort(rows_);
    for (std::size_t first = 0; first < rows_.size();) {
      auto last = first + 1;
      while (last < rows_.size() && rows_[last] >> 32 == rows_[first] >> 32) ++last;
      take_block(rule, first, last);
      first = last;
    }
  }

  CandidatePairs& found() { return found_; }

 private:
  void take_block(std::size_t rule, std::size_t first, std::size_t last) {
    for (auto i = first; i < last; ++i) {
      const auto a = static_cast<RowNumber>(rows_[i]);
      const auto* values_a = given_.values.of(a);
      const auto* keys_a = given_.keys.of(a);
      const auto rarities = given_.rarities.of(values_a);
      for (auto j = i + 1; j < last; ++j) {
        const auto b = static_cast<RowNumber>(rows_[j]);
        if (brought_before(keys_a, given_.keys.of(b), rule)) continue;
        ++found_.candidates;
        const auto bits = pairs_.score(values_a, given_.values.of(b), rarities);
        if (bits) found_.likely.push_back({a, b, *bits});
      }
    }
  }

  static bool brought_before(const std::uint32_t* a, const std::uint32_t* b, std::size_t rule) {
    bool brought = false;
    for (std::size_t i = 0; i < rule; ++i) brought |= a[i] != 0 && a[i] == b[i];
    return brought;
  }

  LikelyPairs pairs_;
  const Given& given_;
  std::vector<std::uint64_t> rows_;  // with the key in the upper half
  CandidatePairs found_;
};

CandidatePairs score_all(const Model& model, const Sightings& sightings, const Given& given,
                         std::size_t rules, int threads, const TellParts& tell) {
  std::vector<Seat> seats;
  for (int i = 0; i < threads; ++i) seats.emplace_back(model, sightings, given);
  std::mutex telling;
  std::size_t done = 0;
  const auto parts = given.parts;
  in_parallel(rules * parts, threads, [&](std::size_t part, std::size_t thread) {
    seats[thread].take_part(part / parts, part % parts);
    const std::scoped_lock lock(telling);
    tell(++done, rules * parts);
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

Given given_of(const Model& model, const Sightings& sightings, std::size_t rules, double least) {
  Scorer scorer(model, sightings);
  RowRarities rarities(scorer, sightings);
  return {RowValues(sightings),
          RowKeys(sightings.size(), rules),
          std::move(scorer),
          std::move(rarities),
          std::clamp(sightings.size() / kRowsOfPart, std::size_t{1}, kMostParts),
          least};
}

}  // namespace

CandidatePairs score_candidates(const Model& model, const std::vector<KeySource>& sources,
                                const ChosenRules& rules, const Sightings& sightings,
                                double least_bits, int threads, const TellParts& tell) {
  const auto count = rules.rules.size();
  auto given = given_of(model, sightings, count, least_bits);
  in_parallel(count, threads, [&](std::size_t i, std::size_t) {
    given.keys.set(i, rules.rules[i].rule, sources, sightings, model.blocking.largest_block);
  });
  return score_all(model, sightings, given, count, threads, tell);
}

CandidatePairs score_in_blocks(const Model& model, const std::vector<Blocks>& rules,
                               const Sightings& sightings, double least_bits, int threads,
                               const TellParts& tell) {
  auto given = given_of(model, sightings, rules.size(), least_bits);
  for (std::size_t i = 0; i < rules.size(); ++i) given.keys.set(i, rules[i]);
  return score_all(model, sightings, given, rules.size(), threads, tell);
}

}  // namespace hearth::link
