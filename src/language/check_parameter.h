// Parameters: numbers that change on known days.
#pragma once

#include "language/checking.h"

namespace hearth {

void check_parameters(Checking& checking, const Tree& tree);

}  // namespace hearth
