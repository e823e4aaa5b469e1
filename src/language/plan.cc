#include "language/plan.h"

#include <algorithm>

namespace hearth {
namespace {

bool flagged(const std::vector<std::string>& flags, std::string_view flag) {
  return std::ranges::find(flags, flag) != flags.end();
}

}  // namespace

bool stands_alone(const Criterion& criterion) { return flagged(criterion.flags, "stands alone"); }

std::optional<CriterionId> Plan::criterion(std::string_view ref) const {
  const auto found = std::ranges::find(criteria, ref, &Criterion::ref);
  if (found == criteria.end()) return std::nullopt;
  return CriterionId(static_cast<std::size_t>(found - criteria.begin()));
}

bool Plan::mandatory(CriterionId id) const {
  const auto& one = criteria[id.index];
  return flagged(one.flags, "mandatory") ||
         flagged(headlines[one.headline.index].flags, "mandatory");
}

}  // namespace hearth
