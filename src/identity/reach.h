// The known rows that some lead to: all that likely pairs join to them, or that somebody said are
// the same person's, and all other rows of the people they are of.
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "identity/kept_people.h"
#include "identity/known_rows.h"
#include "identity/said_pairs.h"
#include "link/candidate_pairs.h"

namespace hearth::identity {

class Reach {
 public:
  Reach(const KnownRows& known, const std::vector<SaidPair>& said,
        const std::vector<PersonEventEntry>& decisions);

  void go(const std::vector<RowId>& from);
  const std::vector<RowId>& rows() const { return rows_; }  // in order
  std::vector<link::ScoredPair> pairs() const;              // by their places among the rows

 private:
  void reach(RowId row);
  void follow(PersonNumber person);

  const KnownRows& known_;
  TiedIds ids_;
  std::unordered_map<RowId, std::vector<RowId>> same_;  // said to be one person's
  std::vector<bool> reached_;                           // by row
  std::vector<RowId> rows_;                             // first as they were reached
  std::vector<LikelyPair> pairs_;                       // each once
  std::unordered_set<PersonNumber> people_;             // whose rows are all reached
};

}  // namespace hearth::identity
