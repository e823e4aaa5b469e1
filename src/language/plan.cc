#include "language/plan.h"

#include <algorithm>

namespace hearth {

std::optional<CriterionId> Plan::criterion(std::string_view ref) const {
  const auto found = std::ranges::find(criteria, ref, &Criterion::ref);
  if (found == criteria.end()) return std::nullopt;
  return CriterionId(static_cast<std::size_t>(found - criteria.begin()));
}

}  // namespace hearth
