// Which pairs become likely, or doubtful, when rows come to those that are known, and which are so
// no more.
//
// Two rows are compared if they share a key of a rule which at most so many rows have; so to find
// the new pairs takes the rows that share a key with a new one, and no others. A key that becomes
// too common brings nobody together any more: pairs that no other key brings are taken apart.
#pragma once

#include "identity/known_rows.h"
#include "identity/learnt.h"

namespace hearth::identity {

struct FoundPairs {
  std::vector<LikelyPair> likely;  // one way; new rows are numbered on from those known
  std::vector<RowPair> apart;      // one way; both were known
  std::vector<KeyedRow> keys;      // of the new rows, in no order
  std::uint64_t candidates = 0;
};

// `rows`: the new ones, distinct, with the model's counts.
FoundPairs find_likely(const Learnt& learnt, const ValueCounts& counts, const KnownRows& known,
                       const link::Sightings& rows, int threads, const link::TellParts& tell);

}  // namespace hearth::identity
