// Which rows were one group before doubtful links were looked at, kept from run to run, so that
// groups which nothing new comes near are not formed again.
//
// Such a group depends on what likely pairs, and what somebody said, lead to from its rows: its
// connected component. That is formed anew if it has a new row, a pair that was taken apart, or a
// row of which somebody said something. Of the last nothing is kept, so that it is also formed anew
// by the run after that was undone.
#pragma once

#include "link/clusters.h"
#include "links/known_rows.h"

namespace hearth::identity {

class KeptGroups {
 public:
  KeptGroups(std::size_t rows, const std::vector<link::ScoredPair>& likely,
             const link::DecidedPairs& decided, double link_at);  // bits

  // What is known of these rows, as form_clusters asks for it; `from` is new or was taken apart.
  std::vector<link::RowNumber> of(const links::KnownRows& known,
                                  const std::vector<links::RowId>& rows,
                                  const std::vector<links::RowId>& from);
  // What groups that were formed are kept as: by row, or kFormAnew.
  std::vector<link::RowNumber> to_keep(std::vector<link::RowNumber> groups);

 private:
  link::RowNumber component(link::RowNumber row);

  std::vector<link::RowNumber> component_;  // by row: another row of its component, or itself
  std::vector<bool> decided_;               // by component
};

}  // namespace hearth::identity
