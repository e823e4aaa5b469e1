// Learns a model's chances from unlabelled pairs.
//
// Every pair is of one person, of two who have a home, a family or a town in common (`relative`),
// or of strangers. How strangers agree (`u`) is seen in pairs drawn at random, less the matches
// among them. How one person's rows agree (`m`) comes from expectation and maximisation over
// sessions: the pairs that one blocking rule on names, birth date or numbers finds, looked at in
// all other fields, where relatives are told from matches as well. With that held fast, how common
// matches and relatives are, and what relatives share, comes from all sampled pairs. First guesses
// weigh as much as some pairs would, so that a small table cannot lead a chance to nought.
#pragma once

#include <utility>
#include <vector>

#include "link/model.h"
#include "link/sampled_pairs.h"
#include "link/sightings.h"

namespace hearth::link {

// How often each pattern was seen, in the order of patterns.
using PatternCounts = std::vector<std::pair<Pattern, double>>;

PatternCounts count_patterns(PatternCounts patterns);  // adds up what stands several times

// By field and level: its share among pairs drawn at random in which the field is compared.
using LevelShares = std::vector<std::vector<double>>;

LevelShares random_level_shares(const Model& model, const Sightings& sightings, int threads);

// The pairs to learn from. `all` holds those that look like something of so many pairs there are.
struct Lessons {
  // Each without the fields that its rule asks, and with each row counting once.
  std::vector<PatternCounts> sessions;
  PatternCounts all;
  double pairs = 0;
  double rows = 0;
};

Lessons lessons(const Model& model, const std::vector<KeySource>& sources,
                const std::vector<RuleCost>& library, const SampledPairs& sampled,
                std::size_t rows);

void train(Model& model, const Lessons& lessons, const LevelShares& shares);

}  // namespace hearth::link
