// A rule as a text that can be compared with a rule of another plan: everything by its name, so
// that it does not matter in which order two documents declare their records or number their
// conditions.
//
// Equal texts mean the same wherever the things they name do (see stands_on.h); `12 months` is
// `1 year`, and the order of what `and` and `or` join says nothing. Texts that differ may still
// mean the same: what is not plainly equal is taken to be a difference.
#pragma once

#include <string>

#include "language/plan.h"

namespace hearth {

std::string comparable(const Plan& plan, ConditionId id);
std::string comparable(const Plan& plan, std::optional<ConditionId> id);  // empty if there is none
std::string comparable(const Plan& plan, NumberId id);
std::string comparable(const Plan& plan, const Number& number);
std::string comparable(const Catalogue& catalogue, const Selector& records);
std::string comparable(const Who& who, const Plan& plan);
std::string comparable(Period period);
std::string comparable(const Plan& plan, const Window& window);
std::string comparable(const Sustain& sustain);

// The parts of an `and` or an `or`, those of the same inside it too.
std::vector<ConditionId> joined_parts(const Plan& plan, ConditionId id);

}  // namespace hearth
