// Every blocking rule worth a thought for some data, with what it would cost.
//
// A rule never brings together more rows than the largest block allows: rows whose value is too
// common are left to other rules, so that no rule explodes.
#pragma once

#include <cstdint>
#include <vector>

#include "link/blocking_key.h"

namespace hearth::link {

struct RuleCost {
  BlockingRule rule;
  std::uint64_t pairs = 0;   // in all blocks that are not too large
  double rows_too_many = 0;  // the share of the rows with a key that are in a block too large
  std::uint32_t largest = 0;
};

inline constexpr std::size_t kMostRules = 192;

std::vector<RuleCost> blocking_library(const Model& model, const std::vector<KeySource>& sources,
                                       const Sightings& sightings, int threads);

// How many rows share each key: a table by hash, so a count may be too high where two keys meet.
class BlockSizes {
 public:
  BlockSizes(const BlockingRule& rule, const std::vector<KeySource>& sources,
             const Sightings& sightings);
  std::uint32_t of(std::uint64_t key) const { return counts_[key >> shift_]; }
  const std::vector<std::uint32_t>& all() const { return counts_; }

 private:
  unsigned shift_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace hearth::link
