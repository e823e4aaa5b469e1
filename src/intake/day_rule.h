// A day of the year as a feed declares the ends of its terms: `08-01`, `easter`, `easter + 1`.
//
// The school census counts a spring term up to Easter Sunday, which moves; it is reckoned, for
// every year of the Gregorian calendar, by the rule of the Calendar (New Style) Act 1750.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace hearth {

struct DayRule {
  bool easter = false;
  int month = 0;
  int day = 0;
  int offset = 0;  // days after that

  // 29 February is not a day of every year, so it is none here.
  static std::optional<DayRule> parse(std::string_view text);
  Date in(int year) const;
};

Date easter_sunday(int year);

}  // namespace hearth
