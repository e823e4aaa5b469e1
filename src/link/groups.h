// Rows that become groups, and groups that become larger ones: what clusters.h says of it, a step
// at a time.
#pragma once

#include <unordered_map>

#include "link/clusters.h"
#include "link/group_evidence.h"

namespace hearth::link {

// Strongest first; of equals, by what their rows say.
class PairOrder {
 public:
  explicit PairOrder(const ComparedRows& rows);
  std::uint32_t rank(RowNumber row) const { return rank_[row]; }  // by what it says
  void sort(std::vector<ScoredPair>& pairs) const;

 private:
  std::vector<RowNumber> rows_;  // by rank
  std::vector<std::uint32_t> rank_;
};

class Groups {
 public:
  // Of rows that are said to be of one person, and of those `kept` says: a row of its group, or
  // kFormAnew. All these stay where they are.
  Groups(const ComparedRows& rows, const PairOrder& order, const DecidedPairs& decided,
         const std::vector<RowNumber>& kept);

  RowNumber leader(RowNumber row);
  std::vector<RowNumber> firsts();  // by row: the first of its group

  // False if they may not be joined.
  bool join(RowNumber a, RowNumber b);
  // Joins the groups of pairs, strongest first, of which the smaller belongs to no other as well.
  void attach(const std::vector<ScoredPair>& pairs);

 private:
  void unite(RowNumber a, RowNumber b);
  bool kept_apart(RowNumber a, RowNumber b);
  std::vector<RowNumber> members(RowNumber leader) const;
  Said evidence(RowNumber a, RowNumber b);
  void attach(RowNumber a, RowNumber b);
  bool belongs_elsewhere(RowNumber group, RowNumber but, double said);

  struct Known {
    std::uint32_t size = 0;  // of both groups together
    Said said;
  };

  GroupEvidence evidence_;
  std::unordered_map<std::uint64_t, Known> known_;  // against it, by both leaders
  double attach_at_, link_at_;                      // bits
  const PairOrder& order_;
  std::vector<RowNumber> leader_;
  std::vector<RowNumber> next_;  // the members of a group, in a ring
  std::vector<std::uint32_t> size_;
  std::vector<bool> decided_;                                     // by leader: somebody joined it
  std::unordered_map<RowNumber, std::vector<RowNumber>> apart_;   // by decision
  std::unordered_map<RowNumber, std::vector<RowNumber>> others_;  // in pairs of two groups
};

}  // namespace hearth::link
