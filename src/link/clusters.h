// Groups sightings into people.
//
// Likely pairs are taken strongest first, and two groups become one only if what all their rows say
// together is for it (group_evidence.h). So a row that resembles both a father and his son does not
// make one person of the two. Pairs that are less likely than a link, but no less than a doubt, are
// looked at last: a group they join to one other alone is that one's, since most people are known
// to several agencies; a group that could as well be another's stays by itself. Ties are settled by
// what the rows say, never by where they stand.
//
// What somebody decided of two rows binds: those said to be of one person are joined first,
// whatever their evidence, and groups with two said to be of two people are never joined. In a
// group that was joined so a veto is evidence like any other.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "link/candidate_pairs.h"
#include "link/compared_rows.h"

namespace hearth::link {

inline constexpr RowNumber kFormAnew = UINT32_MAX;

struct Clusters {
  std::vector<std::uint32_t> of_row;  // numbered by first row, from 0
  // By row: the first of its group before pairs that are less likely than a link were looked at.
  std::vector<RowNumber> groups;
  std::size_t count = 0;
  std::size_t refused = 0;  // likely pairs whose groups did not fit together
};

using RowsPair = std::pair<RowNumber, RowNumber>;

// No two of `same` lead from one row of a pair of `different` to the other.
struct DecidedPairs {
  std::vector<RowsPair> same, different;
};

// `kept`, if there are any: by row, a row of its group as such groups were found before, where no
// likely pair leads to a row or a decision that was not there then; else kFormAnew.
Clusters form_clusters(const ComparedRows& rows, std::vector<ScoredPair> likely,
                       const DecidedPairs& decided = {}, const std::vector<RowNumber>& kept = {});
Clusters form_clusters(const Model& model, const Sightings& sightings,
                       std::vector<ScoredPair> likely);

}  // namespace hearth::link
