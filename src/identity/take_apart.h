// Pairs that are likely and are not compared any more: what brought them together has become too
// common, and nothing else does.
#pragma once

#include "identity/learnt.h"
#include "links/known_rows.h"
#include "links/value_counts.h"

namespace hearth::identity {

// One way. `keys` are those that too many rows have now, `all` of them; before the first new one
// few enough may have had them.
std::vector<links::RowPair> taken_apart(const Learnt& learnt, const links::ValueCounts& counts,
                                        const links::KnownRows& all, links::RowId first_new,
                                        std::vector<std::uint64_t> keys);

}  // namespace hearth::identity
