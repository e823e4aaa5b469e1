// What differs between two versions of one criterion, clause by clause.
#pragma once

#include <vector>

#include "author/difference.h"
#include "language/plan.h"

namespace hearth {

// A criterion as one of the two plans has it.
struct CriterionOf {
  const Plan& plan;
  const Criterion& criterion;
};

// Everything but the ref and the headline. A rule is different, too, where what it stands on is.
std::vector<ClauseDifference> criterion_differences(const CriterionOf& older,
                                                    const CriterionOf& newer);

// `parameter limit`, for what both rules stand on and each plan declares otherwise.
std::vector<std::string> changed_underneath(const Plan& older, std::optional<ConditionId> before,
                                            const Plan& newer, std::optional<ConditionId> after);

}  // namespace hearth
