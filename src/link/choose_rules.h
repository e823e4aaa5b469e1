// Chooses and orders blocking rules from the data: the cheapest that together reach the recall that
// was asked for, within the pairs that may be spent.
//
// What a rule would find is judged on drawn matches: each field's agreement is that of a sampled
// match which was found without that field, so also what no rule has found is counted as missed.
// Fields are taken to go wrong independently, and the recall is an estimate for that reason too.
#pragma once

#include <vector>

#include "link/sampled_pairs.h"

namespace hearth::link {

struct ChosenRule {
  BlockingRule rule;
  std::uint64_t pairs = 0;
  double rows_too_many = 0;
  double recall = 0;  // with the rules before it
};

struct ChosenRules {
  std::vector<ChosenRule> rules;
  double recall = 0;  // estimated
  std::uint64_t pairs = 0;
};

// `matches`: the probability of each sampled pair.
ChosenRules choose_rules(const Model& model, const std::vector<KeySource>& sources,
                         const std::vector<RuleCost>& library, const Sightings& sightings,
                         const SampledPairs& sampled, const std::vector<double>& matches);

}  // namespace hearth::link
