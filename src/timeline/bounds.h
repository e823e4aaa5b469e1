// A number as far as the data tells it: somewhere from `low` to `high`.
//
// A count over a period that a feed covers is exact; over one it does not, it is at least what was
// seen. Comparing bounds gives a Truth, and that is how absence comes to need coverage.
#pragma once

#include <limits>

#include "timeline/truth.h"

namespace hearth {

struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  bool operator==(const Bounds&) const = default;
  bool exact() const { return low == high; }

  static constexpr Bounds exactly(double value) { return {value, value}; }
  static constexpr Bounds at_least(double value) {
    return {value, std::numeric_limits<double>::infinity()};
  }
  static constexpr Bounds unknown() { return {}; }
};

enum class Comparison { Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual };

constexpr Truth compare(Bounds a, Comparison comparison, Bounds b) {
  switch (comparison) {
    case Comparison::Less:
      return a.high < b.low ? Truth::Yes : a.low >= b.high ? Truth::No : Truth::Unknown;
    case Comparison::LessOrEqual:
      return a.high <= b.low ? Truth::Yes : a.low > b.high ? Truth::No : Truth::Unknown;
    case Comparison::Greater: return compare(b, Comparison::Less, a);
    case Comparison::GreaterOrEqual: return compare(b, Comparison::LessOrEqual, a);
    case Comparison::Equal:
      if (a.high < b.low || b.high < a.low) return Truth::No;
      return a.exact() && b.exact() ? Truth::Yes : Truth::Unknown;
    case Comparison::NotEqual: return opposite(compare(a, Comparison::Equal, b));
  }
  return Truth::Unknown;
}

}  // namespace hearth
