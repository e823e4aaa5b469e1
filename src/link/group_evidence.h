// What all rows of two groups say of their being one person, in bits.
//
// The groups are compared field by field, and of each field the best agreement of any two rows
// counts, once: an agency that has a birth date wrong has it wrong in each of its rows, and
// somebody who moved has two addresses. So rows are not counted as if each were told by another;
// but the fewer of them agree so well, the less that says. Two rows of which one vetoes the other
// are of two people, unless somebody decided otherwise: then it is a doubt like any other.
#pragma once

#include <vector>

#include "link/compared_rows.h"

namespace hearth::link {

struct Said {
  double bits = 0;            // that they are one person, as of a pair
  double over_relatives = 0;  // rather than two of one household
};

class GroupEvidence {
 public:
  explicit GroupEvidence(const ComparedRows& rows);

  Said of(const std::vector<RowNumber>& a, const std::vector<RowNumber>& b, bool decided);

 private:
  struct Best;
  bool one_field_vetoes(const std::vector<RowNumber>& a, const std::vector<RowNumber>& b);
  // Each once.
  void take_values(const std::vector<RowNumber>& rows, std::size_t field,
                   std::vector<ValueNumber>& values) const;
  void take(Pattern pattern, const ValueNumber* values, Best& best) const;
  double by_chance(const Best& best) const;

  const ComparedRows& rows_;
  PairComparer comparer_;
  std::vector<std::size_t> vetoing_;      // fields that may rule a match out by themselves
  std::vector<ValueNumber> of_a_, of_b_;  // of one field
};

}  // namespace hearth::link
