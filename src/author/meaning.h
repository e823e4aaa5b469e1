// What a part of a plan means, as a text that is equal where the meaning is: the same tests in
// another order, `count of x > 0` for `had x`, `no child:` for `not any child:`.
//
// Equal texts mean the same on any facts; different texts may still do. Only what the truth tables
// of evaluate allow is taken to be the same, also where something is unknown or about nobody.
#pragma once

#include <string>

#include "language/plan.h"

namespace hearth {

// What is said about this need depends on the criterion that asks.
std::string meaning_of(const Plan& plan, ConditionId id, const Criterion& criterion);
std::string meaning_of(const Plan& plan, const Number& number, const Criterion& criterion);
std::string meaning_of(const Plan& plan, const Selector& records, const Criterion& criterion);
std::string meaning_of(const Window& window);

// Whether every record of `a` is one of `b`, and every day of `a` one of `b` on the same day.
bool within(const Selector& a, const Selector& b);
bool within(const Window& a, const Window& b, int terms_a_year);

}  // namespace hearth
