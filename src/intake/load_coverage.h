// Which days a load covers, and of which record types: those whose tables are all there. Rows that
// were set aside leave gaps, which are said.
#pragma once

#include <map>
#include <vector>

#include "intake/import_load.h"

namespace hearth {

// So many rows of a table were set aside.
using SetAside = std::map<std::size_t, std::int64_t>;

void put_coverage(const Load& load, const SetAside& set_aside, ImportState& state);

}  // namespace hearth
