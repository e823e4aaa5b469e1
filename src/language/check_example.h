// Examples: small facts made of the lines of an example, and what is expected of them.
#pragma once

#include "language/checking.h"

namespace hearth {

// After the criteria, whose refs the expectations name.
void check_examples(Checking& checking, const Tree& tree);

}  // namespace hearth
