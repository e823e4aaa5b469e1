// Groups sightings into people.
//
// Likely pairs are taken strongest first, and two groups become one only if all that is known of
// them together allows it: no two rows of one may veto a row of the other (two valid NHS numbers),
// and the balance of evidence over the pairs between them, not the best pair alone, must be for it.
// So a row that resembles both a father and his son does not make one person of the two. Ties are
// settled by what the rows say, never by where they stand.
#pragma once

#include <cstdint>
#include <vector>

#include "link/candidate_pairs.h"

namespace hearth::link {

struct Clusters {
  std::vector<std::uint32_t> of_row;  // numbered by first row, from 0
  std::size_t count = 0;
  std::size_t refused = 0;  // likely pairs whose groups did not fit together
};

Clusters form_clusters(const Model& model, const Sightings& sightings,
                       std::vector<ScoredPair> likely);

}  // namespace hearth::link
