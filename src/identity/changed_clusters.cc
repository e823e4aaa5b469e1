#include "identity/changed_clusters.h"

#include "identity/kept_groups.h"
#include "identity/leave_out.h"
#include "identity/reach.h"
#include "identity/sighted_rows.h"
#include "links/compared_known.h"

namespace hearth::identity {
namespace {

std::vector<SightingPlace> places_of(const links::KnownRows& known,
                                     const std::vector<links::RowId>& rows) {
  std::vector<SightingPlace> places;
  for (const auto row : rows) places.push_back(known.place(row));
  return places;
}

}  // namespace

link::KeyOf key_of(const ChangedClusters& changed) {
  return [&](link::RowNumber row) { return key_of(changed.places[row]); };
}

ChangedClusters changed_clusters(const Learnt& learnt, const links::ValueCounts& counts,
                                 const links::KnownRows& known,
                                 const std::vector<links::RowId>& from,
                                 const std::vector<PersonEventEntry>& decisions) {
  const auto said = said_pairs(decisions);
  Reach reach(known, said, decisions);
  reach.go(from);
  auto rows = reach.rows();
  ChangedClusters changed;
  changed.pairs = reach.pairs();
  changed.decided = decided_of(said, places_of(known, rows));
  KeptGroups kept(rows.size(), changed.pairs, changed.decided, link::bits(learnt.model.link_at));
  changed.clusters =
      link::form_clusters(links::ComparedKnown(learnt.model, counts, known, rows), changed.pairs,
                          changed.decided, kept.of(known, rows, from));
  const auto groups = kept.to_keep(std::move(changed.clusters.groups));
  for (link::RowNumber row = 0; row < rows.size(); ++row) {
    const links::RowGroup now{rows[row],
                              groups[row] == link::kFormAnew ? links::kNoGroup : rows[groups[row]]};
    if (known.group(now.row) != now.group) changed.regrouped.push_back(now);
  }
  leave_out_unchanged(known, from, decisions, rows, changed);
  changed.places = places_of(known, rows);
  changed.sighted = sighted_of(known, rows);
  changed.rows =
      std::make_shared<links::ComparedKnown>(learnt.model, counts, known, std::move(rows));
  return changed;
}

ChangedClusters all_clusters(const Learnt& learnt, const link::Sightings& rows,
                             const FoundPairs& found,
                             const std::vector<PersonEventEntry>& decisions,
                             std::vector<SightedEntry> sighted) {
  ChangedClusters changed;
  changed.rows = std::make_shared<link::ComparedSightings>(learnt.model, rows);
  for (link::RowNumber row = 0; row < rows.size(); ++row) {
    changed.places.push_back(place_of(rows.inputs[rows.input_of[row]], rows.row_ids[row]));
  }
  for (const auto& pair : found.likely) {
    changed.pairs.push_back({pair.rows.a, pair.rows.b, pair.bits});
  }
  changed.decided = decided_of(said_pairs(decisions), changed.places);
  changed.clusters = link::form_clusters(*changed.rows, changed.pairs, changed.decided);
  KeptGroups kept(rows.size(), changed.pairs, changed.decided, link::bits(learnt.model.link_at));
  const auto groups = kept.to_keep(std::move(changed.clusters.groups));
  for (link::RowNumber row = 0; row < rows.size(); ++row) {
    if (groups[row] != link::kFormAnew) changed.regrouped.push_back({row, groups[row]});
  }
  changed.sighted = std::move(sighted);
  return changed;
}

}  // namespace hearth::identity
