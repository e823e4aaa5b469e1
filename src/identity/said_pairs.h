// What somebody said of two sightings in a review: that they are one person's, or two people's.
//
// It stands until it is undone and binds every run, whatever the model thinks of the two.
#pragma once

#include <string>
#include <vector>

#include "casebook/link_entries.h"
#include "link/clusters.h"

namespace hearth::identity {

struct SaidPair {
  std::int64_t event = 0;
  bool same = false;
  SightingPlace a, b;  // a before b
  std::string by;
};

// Those that stand, in the order in which they were said.
std::vector<SaidPair> said_pairs(const std::vector<PersonEventEntry>& decisions);

// As pairs of the rows that lie in these places; of what is said of other rows nothing.
link::DecidedPairs decided_of(const std::vector<SaidPair>& said,
                              const std::vector<SightingPlace>& places);

}  // namespace hearth::identity
