// Which records a condition of a checked plan reads, through everything it is made of.
#pragma once

#include <functional>

#include "language/plan.h"

namespace hearth {

void each_selector(const Plan& plan, ConditionId id,
                   const std::function<void(const Selector&)>& seen);
void each_number(const Plan& plan, ConditionId id, const std::function<void(NumberId)>& seen);
// The types of all those records, a measure's too; one may be seen several times.
void each_record_type(const Plan& plan, ConditionId id,
                      const std::function<void(RecordTypeId)>& seen);

// Of the record types of the plan's catalogue, by id, whether any of its criteria reads it.
std::vector<bool> record_types_read(const Plan& plan);

}  // namespace hearth
