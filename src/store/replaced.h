// What a load replaces of what stood before it, in the days it covers: told again, or taken back.
#pragma once

#include <string>
#include <vector>

#include "casebook/load_entry.h"
#include "lake/lake.h"

namespace hearth {

// A line for each record type with such records; the load's own segments are in the lake already.
Result<std::vector<std::string>> replaced_by(const LoadEntry& load,
                                             const std::vector<LoadEntry>& before,
                                             const Lake& lake);

}  // namespace hearth
