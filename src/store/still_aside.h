// Rows that were set aside when they were loaded and have not come since: what agencies sent, and
// no answer knows.
#pragma once

#include <vector>

#include "casebook/load_entry.h"

namespace hearth {

// Neither mended (`--mends`) nor in a later load of their feed that tells all their days again.
std::int64_t rows_still_aside(const std::vector<LoadEntry>& loads);

}  // namespace hearth
