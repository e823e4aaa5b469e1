#include "base/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <chrono>

namespace hearth {
namespace {

bool is_bound(Date date) { return date <= kBeginning || date >= kForever; }

namespace chrono = std::chrono;

constexpr chrono::day kShortest{28};  // every month has as many days

chrono::sys_days after_end(chrono::year_month month) {
  return (month + chrono::months{1}) / chrono::day{1};
}

Date add_months(Date date, int months) {
  const chrono::year_month_day from{chrono::sys_days{chrono::days{date.days}}};
  const auto month = chrono::year_month{from.year(), from.month()} + chrono::months{months};
  chrono::sys_days found = month / from.day();
  if (from.day() > kShortest) found = std::min(found, after_end(month) - chrono::days{1});
  return {static_cast<std::int32_t>(found.time_since_epoch().count())};
}

Date shift(Date date, Period period, int sign) {
  if (is_bound(date)) return date;
  const int count = sign * period.count;
  switch (period.unit) {
    case Unit::Day: return date + count;
    case Unit::Week: return date + 7 * count;
    case Unit::Month: return add_months(date, count);
    case Unit::Year: return add_months(date, 12 * count);
    case Unit::Term: break;
  }
  assert(false && "terms are resolved by a TermCalendar");
  return date;
}

}  // namespace

std::string to_text(Period period) {
  static constexpr const char* kNames[] = {"day", "week", "month", "year", "term"};
  return fmt::format("{} {}{}", period.count, kNames[static_cast<int>(period.unit)],
                     period.count == 1 ? "" : "s");
}

Date minus(Date date, Period period) { return shift(date, period, -1); }
Date plus(Date date, Period period) { return shift(date, period, +1); }

// In months, the same day of the later month, or, where that month is too short to have it, the
// first of the next: every day of the short month reaches back to a day before.
Date leaves_window(Date day, Period period) {
  if (is_bound(day) || (period.unit != Unit::Month && period.unit != Unit::Year)) {
    return plus(day, period);
  }
  const chrono::year_month_day from{chrono::sys_days{chrono::days{day.days}}};
  const int months = period.unit == Unit::Year ? 12 * period.count : period.count;
  const auto month = chrono::year_month{from.year(), from.month()} + chrono::months{months};
  const chrono::sys_days first = month / chrono::day{1};
  auto found = first + chrono::days{static_cast<unsigned>(from.day()) - 1};
  if (from.day() > kShortest) found = std::min(found, after_end(month));
  return {static_cast<std::int32_t>(found.time_since_epoch().count())};
}

}  // namespace hearth
