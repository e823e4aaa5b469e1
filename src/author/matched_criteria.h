// Which criterion of a newer plan is which of the older one.
//
// A ref says so as long as the row kept its title or its rules. Where it did not, a row of the same
// title and rules under another ref is the same row, renumbered; then what is left is matched by
// title, by ref and by rules, where only one on each side can be meant.
#pragma once

#include <optional>
#include <vector>

#include "language/plan.h"

namespace hearth {

struct MatchedCriterion {
  std::optional<CriterionId> older, newer;  // one is absent: added, or dropped

  bool operator==(const MatchedCriterion&) const = default;
};

// Those of the newer plan in its order, then those it dropped, in the older one's.
std::vector<MatchedCriterion> matched_criteria(const Plan& older, const Plan& newer);

}  // namespace hearth
