// The doubtful pairs of a store, those that matter most first: what a review puts to somebody.
//
// A pair changes something if its answer may merge two people or take rows from one; of several
// between the same rows the strongest stands for all. No pair on which somebody has decided is
// here.
#pragma once

#include "identity/linked_state.h"

namespace hearth::identity {

struct DoubtfulPair {
  SightingPlace a, b;  // a before b
  std::string person_a, person_b;
  double bits = 0;
  bool changes = false;
  std::size_t at_stake = 0;  // sightings that would go to another person
  link::Explained explained = {};
};

struct ReviewQueue {
  std::vector<DoubtfulPair> pairs;
  std::size_t in_all = 0;  // those that were left out too
};

ReviewQueue review_queue(const LinkedState& state, std::size_t most);

}  // namespace hearth::identity
