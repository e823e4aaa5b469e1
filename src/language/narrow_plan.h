// A plan with fewer criteria: for a question about some of them alone.
#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "language/plan.h"

namespace hearth {

// The criteria of those refs, in the plan's order; everything else stays. An Error names the first
// ref the plan does not have, and the nearest it has.
Result<Plan> narrowed(const Plan& plan, std::span<const std::string> refs);

}  // namespace hearth
