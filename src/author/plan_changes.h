// What changed from one plan to another: the criteria added, dropped and changed, in words.
#pragma once

#include "language/plan.h"

namespace hearth {

// The refs `newer` has and `older` has not, in the order of the plan.
std::vector<std::string> refs_added(const Plan& older, const Plan& newer);

}  // namespace hearth
