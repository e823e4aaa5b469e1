// Headlines and criteria: their clauses, flags and what decides them.
#pragma once

#include "language/checking.h"

namespace hearth {

// In the order written, so that a criterion belongs to the headline above it.
void check_headlines(Checking& checking, const Tree& tree);

// What decides a condition: a statement when it reads nothing but concerns and statements.
Decided decided_by(const Plan& plan, ConditionId id);

// Whether it reads a concern or a statement at all, alone or beside others.
bool takes_a_word(const Plan& plan, ConditionId id);

// The concern topics a condition names.
std::vector<std::string> topics_of(const Plan& plan, ConditionId id);

}  // namespace hearth
