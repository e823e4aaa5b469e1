// Parameters: numbers that change on known days.
#pragma once

#include "language/checking.h"

namespace hearth {

void check_parameters(Checking& checking, const Tree& tree);

// Whether each has a value from the plan's first day on; once that day is known.
void check_parameter_starts(Checking& checking, const Tree& tree);

}  // namespace hearth
