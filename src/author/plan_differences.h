// Everything in which a newer plan differs from an older one, in what they mean: the order of
// items, layout, comments, prose and examples are no difference, nor is a rule said in other words
// that come to the same.
//
// Criteria are compared row by row with the row each was (matched_criteria.h). A rule whose own
// words are the same is different too where something it stands on changed underneath.
#pragma once

#include <vector>

#include "author/difference.h"
#include "author/matched_criteria.h"
#include "language/load_plan.h"

namespace hearth {

struct PlanDifferences {
  std::vector<Difference> list;  // the plan's own first, then what is declared, headlines, criteria
  std::size_t criteria_same = 0;
};

// Both loaded without an error.
PlanDifferences plan_differences(const LoadedPlan& older, const LoadedPlan& newer);

// How many criteria were added, dropped, changed or renumbered.
std::size_t criteria_that(const PlanDifferences& differences, How how);

}  // namespace hearth
