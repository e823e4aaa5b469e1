#include "identity/kept_groups.h"

#include <algorithm>
#include <numeric>

namespace hearth::identity {

using link::RowNumber;

KeptGroups::KeptGroups(std::size_t rows, const std::vector<link::ScoredPair>& likely,
                       const link::DecidedPairs& decided, double link_at)
    : component_(rows), decided_(rows) {
  std::iota(component_.begin(), component_.end(), RowNumber{0});
  for (const auto& pair : likely) {
    if (pair.bits >= link_at) component_[component(pair.a)] = component(pair.b);
  }
  for (const auto& [a, b] : decided.same) component_[component(a)] = component(b);
  for (const auto* pairs : {&decided.same, &decided.different}) {
    for (const auto& [a, b] : *pairs) decided_[component(a)] = decided_[component(b)] = true;
  }
}

RowNumber KeptGroups::component(RowNumber row) {
  while (component_[row] != row) row = component_[row] = component_[component_[row]];
  return row;
}

std::vector<RowNumber> KeptGroups::of(const links::KnownRows& known,
                                      const std::vector<links::RowId>& rows,
                                      const std::vector<links::RowId>& from) {
  auto anew = decided_;
  const auto number = [&](links::RowId row) {
    return static_cast<RowNumber>(std::ranges::lower_bound(rows, row) - rows.begin());
  };
  for (const auto row : from) anew[component(number(row))] = true;
  std::vector<RowNumber> groups;
  for (RowNumber row = 0; row < rows.size(); ++row) {
    const auto group = known.group(rows[row]);
    groups.push_back(group == links::kNoGroup ? link::kFormAnew : number(group));
    if (group == links::kNoGroup) anew[component(row)] = true;
  }
  for (RowNumber row = 0; row < rows.size(); ++row) {
    if (anew[component(row)]) groups[row] = link::kFormAnew;
  }
  return groups;
}

std::vector<RowNumber> KeptGroups::to_keep(std::vector<RowNumber> groups) {
  for (RowNumber row = 0; row < groups.size(); ++row) {
    if (decided_[component(row)]) groups[row] = link::kFormAnew;
  }
  return groups;
}

}  // namespace hearth::identity
