// A plan's conditions over time.
#pragma once

#include <vector>

#include "evaluate/subject.h"
#include "timeline/timeline.h"

namespace hearth {

Timeline condition_line(ConditionId id, const Subject& subject);

// Who a quantifier speaks of, on every day: membership, kind, age and its `who` condition; for
// `each person in need`, members from the day they came to be in need.
Timeline applies_line(const Who& who, PersonId person, const Subject& subject);

// The people a quantifier may speak of.
std::vector<PersonId> people_for(const Who& who, const Subject& subject);

// The subject inside the quantifier's body for one of its people.
Subject inner_subject(const Who& who, PersonId person, const Subject& subject);

}  // namespace hearth
