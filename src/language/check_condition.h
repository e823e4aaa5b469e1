// Conditions: written node → checked node, children first.
#pragma once

#include <optional>

#include "language/checking.h"

namespace hearth {

ConditionId add_condition(Checking& checking, Condition condition);

std::optional<ConditionId> check_condition(Checking& checking, const Context& context,
                                           written::ConditionId id);

}  // namespace hearth
