// The conditions a condition is made of, one level down: for whoever walks a checked plan.
#pragma once

#include <vector>

#include "language/plan.h"

namespace hearth {

std::vector<ConditionId> parts_of(const Condition& condition);

}  // namespace hearth
