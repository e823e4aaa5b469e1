// What is worse about a load than about those before it: what somebody should look at before they
// believe it. Nothing here refuses a load.
#pragma once

#include <string>
#include <vector>

#include "casebook/load_entry.h"

namespace hearth {

// A line each. `earlier` is in order of number, of any feed.
std::vector<std::string> worsened(const LoadEntry& load, const std::vector<LoadEntry>& earlier);

}  // namespace hearth
