// What can be said of every condition of a plan before any family is looked at.
#pragma once

#include <vector>

#include "evaluate/basis.h"

namespace hearth {

// By ConditionId. The basis must already hold its numbers' briefs.
std::vector<ConditionBrief> condition_briefs(const Basis& basis, Carry carry);

LookBack look_back_of(const Plan& plan, ConditionId id);
LookBack furthest(LookBack a, LookBack b);

// Whether a number reads the same records over the same days in every criterion.
bool is_standing(const Plan& plan, NumberId id);

// A count or sum compared with a literal, where there is nothing to count; nullopt for any other.
std::optional<Timeline> compared_without_records(const Basis& basis, const Compare& node,
                                                 Carry carry);

}  // namespace hearth
