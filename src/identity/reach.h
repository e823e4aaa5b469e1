// The known rows that some lead to: all that likely pairs join to them, or that somebody said are
// the same person's, and all other rows of the people they are of.
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "identity/kept_people.h"
#include "identity/said_pairs.h"
#include "link/candidate_pairs.h"
#include "links/known_rows.h"

namespace hearth::identity {

class Reach {
 public:
  Reach(const links::KnownRows& known, const std::vector<SaidPair>& said,
        const std::vector<PersonEventEntry>& decisions);

  void go(const std::vector<links::RowId>& from);
  const std::vector<links::RowId>& rows() const { return rows_; }        // in order
  const std::vector<link::ScoredPair>& pairs() const { return pairs_; }  // by places among them

 private:
  link::RowNumber reach(links::RowId row);  // its place among those that were reached
  void follow_pairs(link::RowNumber place);
  void follow_said(links::RowId row);
  void follow_person(links::PersonNumber person);
  void put_in_order();

  const links::KnownRows& known_;
  TiedPeople tied_;
  std::unordered_map<links::RowId, std::vector<links::RowId>> same_;  // said to be one person's
  std::unordered_map<links::RowId, link::RowNumber> place_of_;
  std::vector<links::RowId> rows_;                  // first as they were reached
  std::vector<link::ScoredPair> pairs_;             // each once
  std::unordered_set<links::PersonNumber> people_;  // whose rows are all reached
  std::vector<links::LikelyPair> found_;
  std::vector<links::RowId> of_person_;
};

}  // namespace hearth::identity
