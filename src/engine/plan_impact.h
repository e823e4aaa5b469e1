// `hearth plan impact`: judges every family under an older plan and a newer one, and says what the
// newer one changes.
#pragma once

#include <vector>

#include "author/impact.h"
#include "engine/evaluate_families.h"

namespace hearth {

struct PlanImpact {
  std::vector<ComparedCriterion> criteria;
  ImpactTotals totals;
  std::vector<FamilyImpact> moved;  // families for which anything changes or is undecided
};

// The question's families are those of the older judge's facts; the newer one's may have been read
// apart, and are asked by family id.
PlanImpact plan_impact(const Judge& older, const Judge& newer, const FamiliesQuestion& question);

}  // namespace hearth
