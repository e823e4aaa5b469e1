// What a rule reads, and which of its parts may put a person in need.
#pragma once

#include <set>
#include <vector>

#include "reference/case.h"

namespace hearth::reference {

// The conditions directly inside one.
std::vector<ConditionId> parts_of(const Condition& condition);

// Every record type read anywhere in the condition.
std::set<RecordTypeId> types_read(const Case& c, ConditionId condition);

// The conditions `any … :` and `every … :` within a rule, at any depth, but not under `not` or
// `no … :`: somebody for whom one of these holds is in need.
std::vector<ConditionId> marking_people(const Plan& plan, ConditionId condition);

}  // namespace hearth::reference
