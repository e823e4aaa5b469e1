// The values a number may have, given what is asked of it: from a least to a most, either of which
// may itself be left out (`< 90%`), and perhaps one value in between that is ruled out (`!= 3`).
#pragma once

#include <cmath>
#include <limits>
#include <optional>

#include "timeline/bounds.h"

namespace hearth {

struct Interval {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool above_least = false;  // least itself is ruled out
  bool below_most = false;
  std::optional<double> but;

  static Interval between(double least, double most) {
    Interval range;
    range.least = least;
    range.most = most;
    return range;
  }

  // What `number COMPARISON value` leaves, for a value somewhere in the bounds.
  static Interval where(Comparison comparison, Bounds value) {
    Interval left;
    const bool equal = comparison == Comparison::Equal;
    if (equal || comparison == Comparison::Less || comparison == Comparison::LessOrEqual) {
      left.most = value.high;
      left.below_most = comparison == Comparison::Less;
    }
    if (equal || comparison == Comparison::Greater || comparison == Comparison::GreaterOrEqual) {
      left.least = value.low;
      left.above_least = comparison == Comparison::Greater;
    }
    if (comparison == Comparison::NotEqual && value.exact()) left.but = value.low;
    return left;
  }

  // The same for a number that is counted: no value lies between two whole ones.
  Interval in_whole_numbers() const {
    Interval whole = *this;
    whole.least = above_least ? std::floor(least) + 1 : std::ceil(least);
    whole.most = below_most ? std::ceil(most) - 1 : std::floor(most);
    whole.above_least = whole.below_most = false;
    return whole;
  }

  bool empty() const {
    if (least == most) return above_least || below_most || but == least;
    return least > most;
  }
};

inline Interval operator&(const Interval& a, const Interval& b) {
  Interval both = a.least > b.least || (a.least == b.least && a.above_least) ? a : b;
  const bool lower = a.most < b.most || (a.most == b.most && a.below_most);
  both.most = lower ? a.most : b.most;
  both.below_most = lower ? a.below_most : b.below_most;
  both.but = a.but ? a.but : b.but;
  return both;
}

}  // namespace hearth
