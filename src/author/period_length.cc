#include "author/period_length.h"

#include <algorithm>
#include <optional>

namespace hearth {
namespace {

constexpr int kMonthsAYear = 12;

struct Length {
  int least, most;  // days
};

// Periods of one family are compared by their counts.
struct Units {
  Unit unit;
  int count;
};

Units plain(Period period) {
  if (period.unit == Unit::Week) return {Unit::Day, 7 * period.count};
  if (period.unit == Unit::Year) return {Unit::Month, kMonthsAYear * period.count};
  return {period.unit, period.count};
}

// Any n months: 365 days in 12 of them, less a few around February; never more than 31 each. Of n
// terms only whole years between the first and the last are sure.
Length length_of(Units units, int terms_a_year) {
  const int a_year = std::max(terms_a_year, 1);
  switch (units.unit) {
    case Unit::Month: return {units.count * 365 / kMonthsAYear - 3, units.count * 31};
    case Unit::Term:
      return {365 * ((units.count - 1) / a_year), 366 * ((units.count + a_year - 1) / a_year + 1)};
    default: return {units.count, units.count};
  }
}

}  // namespace

bool surely_shorter(Period a, Period b, int terms_a_year) {
  const auto x = plain(a), y = plain(b);
  if (x.unit == y.unit) return x.count < y.count;
  return length_of(x, terms_a_year).most < length_of(y, terms_a_year).least;
}

bool surely_within(Period a, Period b, int terms_a_year) {
  const auto x = plain(a), y = plain(b);
  if (x.unit == y.unit) return x.count <= y.count;
  // A window of terms ends with a term, not with the day, so it lies within no other.
  if (x.unit == Unit::Term || y.unit == Unit::Term) return false;
  return length_of(x, terms_a_year).most <= length_of(y, terms_a_year).least;
}

}  // namespace hearth
