#include "link/groups.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace hearth::link {
namespace {

constexpr double kClearly = 2;  // bits by which a group stands out before any other

}  // namespace

PairOrder::PairOrder(const ComparedRows& rows) : rows_(rows.size()), rank_(rows.size()) {
  std::iota(rows_.begin(), rows_.end(), RowNumber{0});
  std::ranges::sort(rows_, [&](RowNumber a, RowNumber b) { return rows.before(a, b); });
  for (std::size_t i = 0; i < rows_.size(); ++i) rank_[rows_[i]] = static_cast<std::uint32_t>(i);
}

// Ranks stand for the rows meanwhile.
void PairOrder::sort(std::vector<ScoredPair>& pairs) const {
  for (auto& pair : pairs) std::tie(pair.a, pair.b) = std::minmax({rank(pair.a), rank(pair.b)});
  std::ranges::sort(pairs, [](const ScoredPair& x, const ScoredPair& y) {
    return std::tuple(-x.bits, x.a, x.b) < std::tuple(-y.bits, y.a, y.b);
  });
  for (auto& pair : pairs) std::tie(pair.a, pair.b) = std::minmax({rows_[pair.a], rows_[pair.b]});
}

Groups::Groups(const ComparedRows& rows, const PairOrder& order, const DecidedPairs& decided,
               const std::vector<RowNumber>& kept)
    : evidence_(rows),
      attach_at_(bits(rows.model().doubt_from)),
      link_at_(bits(rows.model().link_at)),
      order_(order),
      leader_(rows.size()),
      size_(rows.size(), 1),
      decided_(rows.size(), false) {
  std::iota(leader_.begin(), leader_.end(), RowNumber{0});
  next_ = leader_;
  for (const auto& [a, b] : decided.different) {
    apart_[a].push_back(b);
    apart_[b].push_back(a);
  }
  for (const auto& [a, b] : decided.same) {
    unite(leader(a), leader(b));
    decided_[leader(a)] = true;
  }
  for (RowNumber row = 0; row < kept.size(); ++row) {
    if (kept[row] != kFormAnew) unite(leader(row), leader(kept[row]));
  }
}

RowNumber Groups::leader(RowNumber row) {
  while (leader_[row] != row) row = leader_[row] = leader_[leader_[row]];
  return row;
}

std::vector<RowNumber> Groups::firsts() {
  std::vector<RowNumber> first_of(leader_.size(), kFormAnew), firsts;
  for (RowNumber row = 0; row < leader_.size(); ++row) {
    auto& first = first_of[leader(row)];
    firsts.push_back(first = std::min(first, row));
  }
  return firsts;
}

bool Groups::join(RowNumber a, RowNumber b) {
  a = leader(a);
  b = leader(b);
  if (a == b) return true;
  if (kept_apart(a, b)) return false;
  if (size_[a] + size_[b] > 2 && evidence(a, b).bits < 0) return false;
  unite(a, b);
  return true;
}

void Groups::attach(const std::vector<ScoredPair>& pairs) {
  for (const auto& pair : pairs) {
    others_[pair.a].push_back(pair.b);
    others_[pair.b].push_back(pair.a);
  }
  for (const auto& pair : pairs) attach(leader(pair.a), leader(pair.b));
}

void Groups::unite(RowNumber a, RowNumber b) {
  if (a == b) return;
  if (size_[a] < size_[b]) std::swap(a, b);
  leader_[b] = a;
  size_[a] += size_[b];
  if (decided_[b]) decided_[a] = true;
  std::swap(next_[a], next_[b]);  // two rings become one
}

// Whether somebody said that a row of one is not of the other's person.
bool Groups::kept_apart(RowNumber a, RowNumber b) {
  if (apart_.empty()) return false;
  if (size_[a] > size_[b]) std::swap(a, b);
  auto row = a;
  do {
    if (const auto found = apart_.find(row); found != apart_.end()) {
      for (const auto other : found->second) {
        if (leader(other) == b) return true;
      }
    }
    row = next_[row];
  } while (row != a);
  return false;
}

// In the order of ranks.
std::vector<RowNumber> Groups::members(RowNumber leader) const {
  std::vector<RowNumber> rows;
  auto row = leader;
  do {
    rows.push_back(row);
    row = next_[row];
  } while (row != leader);
  std::ranges::sort(rows, {}, [&](RowNumber r) { return order_.rank(r); });
  return rows;
}

// Of groups that stay apart it is asked again and again, for each pair of their rows. A group
// only grows: where its size is the same, it is the same.
Said Groups::evidence(RowNumber a, RowNumber b) {
  if (b < a) std::swap(a, b);
  const auto size = size_[a] + size_[b];
  const auto key = std::uint64_t{a} << 32 | b;
  const auto known = known_.find(key);
  if (known != known_.end() && known->second.size == size) return known->second.said;
  const auto said = evidence_.of(members(a), members(b), decided_[a] || decided_[b]);
  if (said.bits < 0) known_[key] = {size, said};
  return said;
}

void Groups::attach(RowNumber a, RowNumber b) {
  if (a == b || kept_apart(a, b)) return;
  const auto said = evidence(a, b);
  if (said.bits < attach_at_ || said.over_relatives < link_at_) return;
  if (size_[a] > size_[b]) std::swap(a, b);
  if (belongs_elsewhere(a, b, said.bits)) return;
  if (size_[a] == size_[b] && belongs_elsewhere(b, a, said.bits)) return;
  unite(a, b);
}

// Whether for another group there is as much to say, or nearly, as for the one asked about.
bool Groups::belongs_elsewhere(RowNumber group, RowNumber but, double said) {
  std::vector<RowNumber> asked = {group, but};
  for (const auto row : members(group)) {
    const auto at = others_.find(row);
    if (at == others_.end()) continue;
    for (const auto other : at->second) {
      const auto another = leader(other);
      if (std::ranges::find(asked, another) != asked.end()) continue;
      asked.push_back(another);
      if (evidence(group, another).bits > said - kClearly) return true;
    }
  }
  return false;
}

}  // namespace hearth::link
