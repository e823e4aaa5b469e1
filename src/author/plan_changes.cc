#include "author/plan_changes.h"

#include <algorithm>

namespace hearth {

std::vector<std::string> refs_added(const Plan& older, const Plan& newer) {
  std::vector<std::string> added;
  for (const auto& criterion : newer.criteria) {
    if (std::ranges::find(older.criteria, criterion.ref, &Criterion::ref) == older.criteria.end()) {
      added.push_back(criterion.ref);
    }
  }
  return added;
}

}  // namespace hearth
