// A civil date, as everybody in England reads it off the same calendar: no time of day, no zone.
//
// Dates are counted in days from 1970-01-01, so they compare, subtract and index as integers. Two
// special values bound all others and are never printed as dates: kBeginning, before every day, and
// kForever, after every day (the end of a spell that is still open).
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace hearth {

struct Date {
  std::int32_t days = 0;  // since 1970-01-01

  auto operator<=>(const Date&) const = default;
  Date operator+(int n) const { return {days + n}; }
  Date operator-(int n) const { return {days - n}; }
  int operator-(Date other) const { return days - other.days; }
};

// Far enough from the ends of the type that adding a lifetime to either cannot overflow.
inline constexpr Date kBeginning{std::numeric_limits<std::int32_t>::min() / 4};
inline constexpr Date kForever{std::numeric_limits<std::int32_t>::max() / 4};

struct YearMonthDay {
  int year;
  int month;  // 1 to 12
  int day;    // 1 to 31
};

Date date_of(YearMonthDay ymd);  // requires a day that exists
YearMonthDay year_month_day(Date date);

// `2024-02-29` and nothing looser; nullopt for a day that does not exist, such as 2023-02-29.
std::optional<Date> parse_date(std::string_view text);

std::string to_text(Date date);  // `2024-02-29`; `the beginning` and `open` for the two bounds

// Whole years lived on `on` by somebody born on `born`. Born on 29 February: a year older on 1
// March in years without one, as English law counts.
int age_on(Date born, Date on);

// The day somebody born on `born` turns `years`.
Date birthday(Date born, int years);

}  // namespace hearth
