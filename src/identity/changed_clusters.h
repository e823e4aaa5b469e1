// The clusters that new rows may have changed, formed anew: those rows, all that likely pairs join
// to them, and all other rows of the people they are of. What was said of pairs in a review binds.
//
// What no likely pair joins to a new row, or to a pair that was taken apart, is as it was.
#pragma once

#include "identity/find_likely.h"
#include "identity/kept_people.h"
#include "identity/said_pairs.h"
#include "link/clusters.h"

namespace hearth::identity {

struct ChangedClusters {
  link::Sightings rows;
  link::Clusters clusters;
  std::vector<link::ScoredPair> pairs;  // likely and doubtful
  link::DecidedPairs decided;
  std::vector<SightedEntry> sighted;  // of those rows that were known, and of their people
};

// `also`: known rows to begin with besides.
Result<ChangedClusters> changed_clusters(const Learnt& learnt, const ValueCounts& counts,
                                         const KnownRows& known, link::Sightings rows,
                                         const FoundPairs& found, PeopleBook& book,
                                         const std::vector<PersonEventEntry>& decisions,
                                         const std::vector<SightingPlace>& also = {});

}  // namespace hearth::identity
