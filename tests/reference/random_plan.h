// Small plans made up by RapidCheck, built as nodes: every kind of condition, number and window.
#pragma once

#include <iosfwd>

#include "language/plan.h"
#include "reference/random_facts.h"

namespace hearth::reference {

// Draws with RapidCheck: call it from within a property or rc::gen::exec. The catalogue must be a
// random_catalogue(), and the facts those the plan will judge.
Plan random_plan(const Catalogue& catalogue);

// A plan of one criterion whose entry is `any member: count … ≥ n` or the like: nothing in it but a
// comparison of a count with a number.
Plan random_count_plan(const Catalogue& catalogue);

void show_plan(const Plan& plan, std::ostream& out);

}  // namespace hearth::reference
