// One criterion on the plan's page: its wording and rule, how doubts are read and worked examples,
// side by side.
#pragma once

#include <string>

#include "language/plan.h"

namespace hearth {

// An <article>. The prose and the examples are html.
std::string criterion_html(const Plan& plan, const Criterion& criterion, const std::string& prose,
                           const std::string& examples);

// The clauses of a criterion that make its rule, in the one layout: without `source`, `cites` and
// `reading`.
std::string rule_as_written(const Plan& plan, const Criterion& criterion);

}  // namespace hearth
