// The families a question is about, in order of family id, whatever order their rows came in.
#pragma once

#include <functional>
#include <vector>

#include "facts/facts.h"

namespace hearth {

std::vector<FamilyId> families_in_order(const Facts& facts);

// Told now and then how many families of how many are done.
using TellProgress = std::function<void(std::size_t done, std::size_t all)>;

}  // namespace hearth
