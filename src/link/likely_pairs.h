// Scores pairs of which most come to nothing: exactly what is likely enough, and of the others no
// more than shows that they are not.
//
// What equal values are worth is known at once. Of those that differ the best is hoped, and they
// are compared one field after the other, first those that may disappoint most, until the hope is
// too small.
#pragma once

#include <optional>
#include <vector>

#include "link/score.h"

namespace hearth::link {

class LikelyPairs {
 public:
  // A seat of one thread. `scorer` stays where it is.
  LikelyPairs(const Model& model, const Scorer& scorer, PairComparer comparer, double least_bits);

  // The bits of a pair, if they are not below the least. Rows have their values by field.
  std::optional<float> score(const ValueNumber* a, const ValueNumber* b, const Rarities& of_a);

 private:
  using Fields = std::uint32_t;  // a bit each

  bool may_be_likely(const ValueNumber* a, const ValueNumber* b, const Rarities& of_a);
  void hope_for(const Model& model, std::size_t field);

  const Scorer& scorer_;
  PairComparer comparer_;
  double least_;
  std::vector<std::vector<double>> most_of_level_;  // by field and level, in bits
  std::vector<double> most_unlike_;                 // by field: of two values that differ
  std::vector<bool> is_home_;
  std::vector<std::size_t> order_;  // fields but homes, in which they are compared
};

}  // namespace hearth::link
