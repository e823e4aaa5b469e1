#include "identity/changed_clusters.h"

#include "identity/compared_known.h"
#include "identity/leave_out.h"
#include "identity/reach.h"

namespace hearth::identity {
namespace {

std::vector<SightingPlace> places_of(const KnownRows& known, const std::vector<RowId>& rows) {
  std::vector<SightingPlace> places;
  for (const auto row : rows) places.push_back(known.place(row));
  return places;
}

std::vector<SightedEntry> sighted_of(const KnownRows& known, const std::vector<RowId>& rows) {
  std::vector<SightedEntry> sighted;
  for (const auto row : rows) {
    const auto person = known.person(row);
    if (person != 0) sighted.push_back({known.place(row), 0, link::person_id(person)});
  }
  return sighted;
}

}  // namespace

link::KeyOf key_of(const ChangedClusters& changed) {
  return [&](link::RowNumber row) { return key_of(changed.places[row]); };
}

ChangedClusters changed_clusters(const Learnt& learnt, const ValueCounts& counts,
                                 const KnownRows& known, const std::vector<RowId>& from,
                                 const std::vector<PersonEventEntry>& decisions) {
  const auto said = said_pairs(decisions);
  Reach reach(known, said, decisions);
  reach.go(from);
  auto rows = reach.rows();
  ChangedClusters changed;
  changed.pairs = reach.pairs();
  changed.decided = decided_of(said, places_of(known, rows));
  changed.clusters = link::form_clusters(ComparedKnown(learnt.model, counts, known, rows),
                                         changed.pairs, changed.decided);
  leave_out_unchanged(known, from, decisions, rows, changed);
  changed.places = places_of(known, rows);
  changed.sighted = sighted_of(known, rows);
  changed.rows = std::make_shared<ComparedKnown>(learnt.model, counts, known, std::move(rows));
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
  changed.sighted = std::move(sighted);
  return changed;
}

}  // namespace hearth::identity
