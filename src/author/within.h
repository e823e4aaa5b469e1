// Whether all of one thing a rule looks at is also looked at by another: records by their tests,
// days by their window. What is not plainly within is taken not to be.
#pragma once

#include "language/plan.h"

namespace hearth {

bool within(const Selector& a, const Selector& b);
bool within(const Window& a, const Window& b, int terms_a_year);  // on the same day

}  // namespace hearth
