#include "link/clusters.h"

#include "link/groups.h"

namespace hearth::link {

Clusters form_clusters(const ComparedRows& rows, std::vector<ScoredPair> likely,
                       const DecidedPairs& decided, const std::vector<RowNumber>& kept) {
  const PairOrder order(rows);
  Groups groups(rows, order, decided, kept);
  const auto is_one_group = [&](const ScoredPair& pair) {
    return groups.leader(pair.a) == groups.leader(pair.b);
  };
  std::erase_if(likely, is_one_group);
  order.sort(likely);
  Clusters clusters;
  const auto link_at = bits(rows.model().link_at);
  for (const auto& pair : likely) {
    if (pair.bits < link_at) break;
    const bool was_refused = !kept.empty() && kept[pair.a] != kFormAnew;
    if (was_refused || !groups.join(pair.a, pair.b)) ++clusters.refused;
  }
  clusters.groups = groups.firsts();
  std::erase_if(likely, is_one_group);
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
