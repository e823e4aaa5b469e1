// What a load came to, in words and figures that add up: rows read, what became of them, what was
// gained, and what is worse than before.
#pragma once

#include <string>
#include <vector>

#include "store/read_load.h"

namespace hearth {

// `earlier` is what the store had before.
std::string account_of(const ReadLoad& read, const std::vector<LoadEntry>& earlier);

std::int64_t rows_set_aside(const LoadEntry& load);
std::int64_t rows_read(const LoadEntry& load);

// Days of `load` that nothing before it covered: `suspension 2024-08-01 to 2024-12-31`.
std::vector<std::string> coverage_gained(const LoadEntry& load,
                                         const std::vector<LoadEntry>& earlier);

}  // namespace hearth
