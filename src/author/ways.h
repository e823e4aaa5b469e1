// The ways a condition can hold: `a and (b or c)` holds as `a, b` or as `a, c`.
//
// A way is a list of conditions that hold, or do not, on one day; `for 13 weeks` holds
// only where it holds today. What has too many ways is not spelled out.
#pragma once

#include <optional>
#include <vector>

#include "language/plan.h"

namespace hearth {

struct Holding {
  ConditionId condition;  // a comparison, `on`, a quantifier or a change; never a connective
  bool holds = true;
  bool family = false;  // inside `family:`, where members' records add up
};
using Way = std::vector<Holding>;

// All of the roots together. Nullopt: too many.
std::optional<std::vector<Way>> ways_to_hold(const Plan& plan, const Way& roots);

}  // namespace hearth
