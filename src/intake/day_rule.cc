#include "intake/day_rule.h"

#include <charconv>
#include <string>

#include "base/text.h"

namespace hearth {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<DayRule> after_easter(std::string_view rest) {
  DayRule rule{.easter = true};
  rest = trim(rest);
  if (rest.empty()) return rule;
  const int sign = rest.front() == '+' ? 1 : rest.front() == '-' ? -1 : 0;
  const auto days = number(trim(rest.substr(1)));
  if (sign == 0 || !days || *days < 0 || *days > 366) return std::nullopt;
  rule.offset = sign * *days;
  return rule;
}

}  // namespace

std::optional<DayRule> DayRule::parse(std::string_view text) {
  constexpr std::string_view kEaster = "easter";
  text = trim(text);
  if (text.starts_with(kEaster)) return after_easter(text.substr(kEaster.size()));
  const auto day = parse_date("2001-" + std::string(text));  // a year without 29 February
  if (!day) return std::nullopt;
  const auto ymd = year_month_day(*day);
  return DayRule{.month = ymd.month, .day = ymd.day};
}

Date DayRule::in(int year) const {
  return (easter ? easter_sunday(year) : date_of({year, month, day})) + offset;
}

// The Sunday after the full moon on or after 21 March, where the moon is that of the church's
// tables: `golden` is the year's place in the moon's cycle of 19 years, `moon` the days from 21
// March to that full moon.
Date easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int dropped_leap_days = century - century / 4;
  const int moon_drift = (8 * century + 13) / 25;
  int moon = (dropped_leap_days - moon_drift + 19 * golden + 15) % 30;
  if (moon == 29 || (moon == 28 && golden > 10)) --moon;
  const Date full_moon = date_of({year, 3, 21}) + moon;
  const int weekday = ((full_moon.days + 4) % 7 + 7) % 7;  // 0 is Sunday: 1970-01-01 was a Thursday
  return full_moon + (7 - weekday);
}

}  // namespace hearth
