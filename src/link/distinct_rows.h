// Rows without repeats: one for each different content, since what agencies send again and again
// says the same again and again.
//
// Only distinct rows are compared; what is found of one then holds for all that say the same. How
// common a value is, is counted in all rows. Rows that say the same are of one person if that is
// enough to know a person by: a thousand rows with a surname and nothing else are a thousand
// people.
#pragma once

#include <vector>

#include "link/clusters.h"
#include "link/sightings.h"

namespace hearth::link {

struct DistinctRows {
  Sightings rows;
  std::vector<RowNumber> of_row;    // by row of all: the distinct one that says the same
  std::vector<RowNumber> first_of;  // by distinct row: the first of all that says so
};

DistinctRows distinct_rows(const Sightings& sightings);

// The pairs of distinct rows as pairs of the first rows that say so, and each row that says the
// same as an earlier one with the first of them.
std::vector<ScoredPair> of_all_rows(std::vector<ScoredPair> of_distinct,
                                    const DistinctRows& distinct, const Model& model);

// The clusters of all rows, numbered by first row, from those of the distinct ones.
Clusters of_all_rows(const Clusters& of_distinct, const DistinctRows& distinct, const Model& model);

}  // namespace hearth::link
