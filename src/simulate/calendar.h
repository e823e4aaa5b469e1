// The days a synthetic council tells of, and the terms in them, as the school census counts terms:
// one term behind everybody else.
#pragma once

#include <span>
#include <string_view>

#include "base/date.h"

namespace hearth {

struct CouncilTerm {
  std::string_view name;  // `2022-autumn`
  int year;
  std::string_view season;
  Date first;
  Date last;
  Date opens;    // the first day of school
  int possible;  // sessions
};

inline constexpr int kMonths = 36;

Date first_day();                              // 2022-04-01
Date last_day();                               // 2025-03-31
Date month_start(int month);                   // the 1st of it; month 36 is the day after the last
int month_of(Date day);                        // may be outside 0 to 35
std::span<const CouncilTerm> council_terms();  // in order

}  // namespace hearth
