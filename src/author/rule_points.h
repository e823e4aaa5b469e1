// Where two rules differ: the smallest parts that are not the same, each with its place.
//
// Rules are compared from the outside in. As long as both are built alike the comparison goes
// deeper; where they are not, the words of both are given as they are.
#pragma once

#include <vector>

#include "author/difference.h"
#include "language/plan.h"

namespace hearth {

// Empty exactly when the two are `comparable` to the same text.
std::vector<Point> rule_points(const Plan& older, ConditionId before, const Plan& newer,
                               ConditionId after);

}  // namespace hearth
