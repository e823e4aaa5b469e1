// Which records a condition of a checked plan reads, through everything it is made of.
#pragma once

#include <functional>

#include "language/plan.h"

namespace hearth {

void each_selector(const Plan& plan, ConditionId id,
                   const std::function<void(const Selector&)>& seen);
void each_number(const Plan& plan, ConditionId id, const std::function<void(NumberId)>& seen);

}  // namespace hearth
