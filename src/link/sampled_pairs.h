// What a model is trained on: some rows, with all the rows that any thinkable blocking rule brings
// them.
//
// Rows are chosen by their content, so the same rows are chosen in whatever order they came. The
// rules that found a pair are kept with it: training learns what a match looks like from pairs
// found one way, and how much another way would have missed.
#pragma once

#include <bitset>
#include <vector>

#include "link/blocking_library.h"
#include "link/pattern.h"

namespace hearth::link {

using RuleSet = std::bitset<kMostRules>;

struct SampledPair {
  RowNumber a = 0, b = 0;  // a is one of the chosen rows
  Pattern pattern = 0;
  RuleSet found_by;
};

struct SampledPairs {
  std::vector<SampledPair> pairs;
  std::size_t chosen_rows = 0;
};

// The rows in an order that depends on what they say alone.
std::vector<RowNumber> rows_by_content(const Sightings& sightings);

SampledPairs sample_pairs(const Model& model, const std::vector<KeySource>& sources,
                          const std::vector<RuleCost>& library, const Sightings& sightings,
                          int threads);

}  // namespace hearth::link
