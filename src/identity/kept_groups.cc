#include "identity/kept_groups.h"

#include <algorithm>
#include <numeric>

namespace hearth::identity {

using link::RowNumber;

KeptGroups::KeptGroups(std::size_t rows, const std::vector<link::ScoredPair>& likely,
                       const link::DecidedPairs& decided, double link_at)
    : part_(rows), decided_(rows) {
  std::iota(part_.begin(), part_.end(), RowNumber{0});
  for (const auto& pair : likely) {
    if (pair.bits >= link_at) part_[part(pair.a)] = part(pair.b);
  }
  for (const auto& [a, b] : decided.same) part_[part(a)] = part(b);
  for (const auto* pairs : {&decided.same, &decided.different}) {
    for (const auto& [a, b] : *pairs) decided_[part(a)] = decided_[part(b)] = true;
  }
}

RowNumber KeptGroups::part(RowNumber row) {
  while (part_[row] != row) row = part_[row] = part_[part_[row]];
  return row;
}

std::vector<RowNumber> KeptGroups::of(const links::KnownRows& known,
                                      const std::vector<links::RowId>& rows,
                                      const std::vector<links::RowId>& from) {
  auto anew = decided_;
  const auto number = [&](links::RowId row) {
    return static_cast<RowNumber>(std::ranges::lower_bound(rows, row) - rows.begin());
  };
  for (const auto row : from) anew[part(number(row))] = true;
  std::vector<RowNumber> groups;
  for (RowNumber row = 0; row < rows.size(); ++row) {
    const auto group = known.group(rows[row]);
    groups.push_back(group == links::kNoGroup ? link::kFormAnew : number(group));
    if (group == links::kNoGroup) anew[part(row)] = true;
  }
  for (RowNumber row = 0; row < rows.size(); ++row) {
    if (anew[part(row)]) groups[row] = link::kFormAnew;
  }
  return groups;
}

std::vector<RowNumber> KeptGroups::to_keep(std::vector<RowNumber> groups) {
  for (RowNumber row = 0; row < groups.size(); ++row) {
    if (decided_[part(row)]) groups[row] = link::kFormAnew;
  }
  return groups;
}

}  // namespace hearth::identity
