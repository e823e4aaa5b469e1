// What an example shows of a row that rests on what somebody said: that a word would have counted
// but for one thing.
//
// A near miss is a concern or a statement in an example that fails one test of the rule alone,
// while the example expects that it did not count. It is believed only if it would have counted
// with that one thing put right, which is tried.
#pragma once

#include <set>
#include <string>

#include "language/plan.h"

namespace hearth {

enum class Side { Entry, Outcome };

// Of one criterion, over all the plan's examples: `said` where a word counted; `by`, `signed`,
// `about` and `early` where one missed by who said it, by its signature, by what it was about, or
// because it was said too early.
std::set<std::string> shown_of(const Plan& plan, CriterionId criterion, Side side);

// What there is to be shown: what the rule asks of such a word.
std::set<std::string> to_show_of(const Plan& plan, CriterionId criterion, Side side);

}  // namespace hearth
