#include "link/clusters.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "link/group_evidence.h"

namespace hearth::link {
namespace {

constexpr double kClearly = 2;  // bits by which a group stands out before any other

// Strongest first; of equals, by what their rows say.
class Order {
 public:
  explicit Order(const ComparedRows& compared) : rank_(compared.size()) {
    std::vector<RowNumber> rows(compared.size());
    std::iota(rows.begin(), rows.end(), RowNumber{0});
    std::ranges::sort(rows, [&](RowNumber a, RowNumber b) { return compared.before(a, b); });
    for (std::size_t i = 0; i < rows.size(); ++i) rank_[rows[i]] = static_cast<std::uint32_t>(i);
  }

  std::uint32_t rank(RowNumber row) const { return rank_[row]; }

  void sort(std::vector<ScoredPair>& pairs) const {
    std::ranges::sort(pairs, [&](const ScoredPair& x, const ScoredPair& y) {
      if (x.bits != y.bits) return x.bits > y.bits;
      return std::minmax(rank(x.a), rank(x.b)) < std::minmax(rank(y.a), rank(y.b));
    });
  }

 private:
  std::vector<std::uint32_t> rank_;
};

class Groups {
 public:
  Groups(const ComparedRows& rows, const Order& order, const DecidedPairs& decided)
      : evidence_(rows),
        attach_at_(bits(rows.model().doubt_from)),
        link_at_(bits(rows.model().link_at)),
        order_(order) {
    leader_.resize(rows.size());
    std::iota(leader_.begin(), leader_.end(), RowNumber{0});
    next_ = leader_;
    size_.assign(rows.size(), 1);
    decided_.assign(rows.size(), false);
    for (const auto& [a, b] : decided.different) {
      apart_[a].push_back(b);
      apart_[b].push_back(a);
    }
    for (const auto& [a, b] : decided.same) {
      unite(leader(a), leader(b));
      decided_[leader(a)] = true;
    }
  }

  RowNumber leader(RowNumber row) {
    while (leader_[row] != row) row = leader_[row] = leader_[leader_[row]];
    return row;
  }

  // False if they may not be joined.
  bool join(RowNumber a, RowNumber b) {
    a = leader(a);
    b = leader(b);
    if (a == b) return true;
    if (kept_apart(a, b)) return false;
    if (size_[a] + size_[b] > 2 && evidence(a, b).bits < 0) return false;
    unite(a, b);
    return true;
  }

  // Joins the groups of pairs, strongest first, of which the smaller belongs to no other as well.
  void attach(const std::vector<ScoredPair>& pairs) {
    for (const auto& pair : pairs) {
      others_[pair.a].push_back(pair.b);
      others_[pair.b].push_back(pair.a);
    }
    for (const auto& pair : pairs) attach(leader(pair.a), leader(pair.b));
  }

 private:
  void unite(RowNumber a, RowNumber b) {
    if (a == b) return;
    if (size_[a] < size_[b]) std::swap(a, b);
    leader_[b] = a;
    size_[a] += size_[b];
    if (decided_[b]) decided_[a] = true;
    std::swap(next_[a], next_[b]);  // two rings become one
  }

  // Whether somebody said that a row of one is not of the other's person.
  bool kept_apart(RowNumber a, RowNumber b) {
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

  // Members in the order of ranks; all that may veto, and of a large group as many as are asked.
  std::vector<RowNumber> members(RowNumber leader) const {
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
  Said evidence(RowNumber a, RowNumber b) {
    if (b < a) std::swap(a, b);
    const auto size = size_[a] + size_[b];
    const auto key = std::uint64_t{a} << 32 | b;
    const auto known = known_.find(key);
    if (known != known_.end() && known->second.size == size) return known->second.said;
    const auto said = evidence_.of(members(a), members(b), decided_[a] || decided_[b]);
    if (said.bits < 0) known_[key] = {size, said};
    return said;
  }

  void attach(RowNumber a, RowNumber b) {
    if (a == b || kept_apart(a, b)) return;
    const auto said = evidence(a, b);
    if (said.bits < attach_at_ || said.over_relatives < link_at_) return;
    if (size_[a] > size_[b]) std::swap(a, b);
    if (belongs_elsewhere(a, b, said.bits)) return;
    if (size_[a] == size_[b] && belongs_elsewhere(b, a, said.bits)) return;
    unite(a, b);
  }

  // Whether for another group there is as much to say, or nearly, as for the one asked about.
  bool belongs_elsewhere(RowNumber group, RowNumber but, double said) {
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

  struct Known {
    std::uint32_t size = 0;  // of both groups together
    Said said;
  };

  GroupEvidence evidence_;
  std::unordered_map<std::uint64_t, Known> known_;  // against it, by both leaders
  double attach_at_, link_at_;                      // bits
  const Order& order_;
  std::vector<RowNumber> leader_;
  std::vector<RowNumber> next_;  // the members of a group, in a ring
  std::vector<std::uint32_t> size_;
  std::vector<bool> decided_;                                     // by leader: somebody joined it
  std::unordered_map<RowNumber, std::vector<RowNumber>> apart_;   // by decision
  std::unordered_map<RowNumber, std::vector<RowNumber>> others_;  // in pairs of two groups
};

}  // namespace

Clusters form_clusters(const ComparedRows& rows, std::vector<ScoredPair> likely,
                       const DecidedPairs& decided) {
  const Order order(rows);
  order.sort(likely);
  Groups groups(rows, order, decided);
  Clusters clusters;
  const auto link_at = bits(rows.model().link_at);
  for (const auto& pair : likely) {
    if (pair.bits >= link_at && !groups.join(pair.a, pair.b)) ++clusters.refused;
  }
  std::erase_if(likely,
                [&](const ScoredPair& p) { return groups.leader(p.a) == groups.leader(p.b); });
  groups.attach(likely);
  std::vector<std::uint32_t> number(rows.size(), UINT32_MAX);
  for (RowNumber row = 0; row < rows.size(); ++row) {
    auto& of_leader = number[groups.leader(row)];
    if (of_leader == UINT32_MAX) of_leader = static_cast<std::uint32_t>(clusters.count++);
    clusters.of_row.push_back(of_leader);
  }
  return clusters;
}

Clusters form_clusters(const Model& model, const Sightings& sightings,
                       std::vector<ScoredPair> likely) {
  return form_clusters(ComparedSightings(model, sightings), std::move(likely));
}

}  // namespace hearth::link
