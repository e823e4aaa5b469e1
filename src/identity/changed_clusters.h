// The clusters that new rows have changed, formed anew: of those rows, all that likely pairs join
// to them, and all other rows of the people they are of. What was said of pairs in a review binds.
//
// What no likely pair joins to a new row, or to a pair that was taken apart, is as it was. So is a
// cluster of all rows of one person, and of no others, if nothing was ever proposed or decided of
// that person: it is left out.
#pragma once

#include "identity/find_likely.h"
#include "identity/kept_people.h"
#include "identity/said_pairs.h"
#include "link/clusters.h"

namespace hearth::identity {

struct ChangedClusters {
  std::shared_ptr<const link::ComparedRows> rows;
  std::vector<SightingPlace> places;  // by row
  link::Clusters clusters;
  std::vector<links::RowGroup> regrouped;  // in order: the groups to keep that are not kept yet
  std::vector<link::ScoredPair> pairs;     // likely and doubtful
  link::DecidedPairs decided;
  std::vector<SightedEntry> sighted;  // of those rows that are somebody's
};

link::KeyOf key_of(const ChangedClusters& changed);  // which stays where it is

// From which rows to go: `known` has their pairs, and of pairs taken apart has them no more. It
// stays where it is.
ChangedClusters changed_clusters(const Learnt& learnt, const links::ValueCounts& counts,
                                 const links::KnownRows& known,
                                 const std::vector<links::RowId>& from,
                                 const std::vector<PersonEventEntry>& decisions);

// Of rows of which none was known; they stay where they are. `sighted`: what runs by another model
// found.
ChangedClusters all_clusters(const Learnt& learnt, const link::Sightings& rows,
                             const FoundPairs& found,
                             const std::vector<PersonEventEntry>& decisions,
                             std::vector<SightedEntry> sighted);

}  // namespace hearth::identity
