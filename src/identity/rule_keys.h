// The keys that rows have by the rules of a model: two rows that share one are compared, if few
// enough have it.
#pragma once

#include <cstdint>
#include <vector>

#include "identity/learnt.h"

namespace hearth::identity {

// By rule and row; 0: the row has none.
using RuleKeys = std::vector<std::vector<std::uint64_t>>;

RuleKeys rule_keys(const Learnt& learnt, const link::Sightings& rows, int threads);

}  // namespace hearth::identity
