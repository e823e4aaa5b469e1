// Definitions: gathered by name, checked once for themselves, and spelled out where they are used.
#pragma once

#include <optional>

#include "language/checking.h"

namespace hearth {

// Takes the definitions of one document into Checking::definitions.
void gather_definitions(Checking& checking, const Tree& tree);

// Each definition as it stands, so that one nobody uses is checked too. Leaves the plan's nodes as
// they were.
void check_definitions(Checking& checking);

// The meaning of a use, its arguments put in.
std::optional<ConditionId> check_use(Checking& checking, const Context& context,
                                     const written::Defined& use, Span span);

}  // namespace hearth
