// Which pairs become likely, or doubtful, when rows come to those that are known, and which are so
// no more.
//
// Two rows are compared if they share a key of a rule which at most so many rows have; so to find
// the new pairs takes the rows that share a key with a new one, and no others: they are compared
// where they lie. A key that becomes too common brings nobody together any more: pairs that no
// other key brings are taken apart.
#pragma once

#include "identity/rule_keys.h"
#include "links/known_rows.h"
#include "links/value_counts.h"

namespace hearth::identity {

struct FoundPairs {
  std::vector<links::LikelyPair> likely;  // one way
  std::vector<links::RowPair> apart;      // one way; both were known
  std::uint64_t candidates = 0;
};

// Among rows of which none is known; with the model's counts.
FoundPairs find_likely(const Learnt& learnt, const link::Sightings& rows, const RuleKeys& keys,
                       int threads, const link::TellParts& tell);

// Of new rows, which `all` has after those that were known.
FoundPairs find_likely(const Learnt& learnt, const links::ValueCounts& counts,
                       const links::KnownRows& all, links::RowId first_new, const RuleKeys& keys,
                       int threads, const link::TellParts& tell);

}  // namespace hearth::identity
