// Goes through every candidate pair once, scores it, and keeps what is likely enough.
//
// Pairs are made, scored and mostly forgotten block by block, so memory is in proportion to rows
// and to likely pairs, not to candidates. A pair that an earlier rule brings is not looked at
// again.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "link/choose_rules.h"
#include "link/score.h"

namespace hearth::link {

struct ScoredPair {
  RowNumber a = 0, b = 0;  // a < b
  float bits = 0;
};

struct CandidatePairs {
  std::vector<ScoredPair> likely;
  std::uint64_t candidates = 0;
};

// Told how many parts of the work are done.
using TellParts = std::function<void(std::size_t done, std::size_t all)>;

CandidatePairs score_candidates(const Model& model, const std::vector<KeySource>& sources,
                                const ChosenRules& rules, const Sightings& sightings,
                                double least_bits, int threads, const TellParts& tell);

// A rule's block of each row, by row: equal numbers above 0 are one block, 0 is no block.
using Blocks = std::vector<std::uint32_t>;

// The same of blocks that are known already, one list a rule.
CandidatePairs score_in_blocks(const Model& model, const std::vector<Blocks>& rules,
                               const Sightings& sightings, double least_bits, int threads,
                               const TellParts& tell);

}  // namespace hearth::link
