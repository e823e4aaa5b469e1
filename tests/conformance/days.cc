#include "conformance/days.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "base/text.h"

namespace hearth::conformance {
namespace {

bool is_known(Bounds point) { return std::isfinite(point.low) && std::isfinite(point.high); }
Date day_at(double number) { return Date{static_cast<int>(number)}; }
Bounds bounds_of(Date first, Date last) {
  return {static_cast<double>(first.days), static_cast<double>(last.days)};
}

std::optional<Bounds> shifted(Bounds point, Period period, Date (*shift)(Date, Period)) {
  if (!is_known(point)) return std::nullopt;
  return bounds_of(shift(day_at(point.low), period), shift(day_at(point.high), period));
}

int whole_units(Unit unit, Date from, Date to) {
  if (unit == Unit::Day) return to - from;
  if (unit == Unit::Year) return age_on(from, to);
  int count = 0;
  while (hearth::plus(from, {count + 1, unit}) <= to) ++count;
  return count;
}

}  // namespace

std::optional<int> whole_number(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool whole = error == std::errc() && end == word.data() + word.size();
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<Unit> unit_of(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  if (word == "day") return Unit::Day;
  if (word == "week") return Unit::Week;
  if (word == "month") return Unit::Month;
  if (word == "year") return Unit::Year;
  return std::nullopt;
}

std::optional<Bounds> days_of(YearMonthDay date) {
  const bool whole_year = date.month == 0, whole_month = date.day == 0;
  const auto first = parse_date(fmt::format(
      "{:04}-{:02}-{:02}", date.year, whole_year ? 1 : date.month, whole_month ? 1 : date.day));
  if (!first) return std::nullopt;
  if (whole_year) return bounds_of(*first, hearth::plus(*first, {1, Unit::Year}) - 1);
  if (whole_month) return bounds_of(*first, hearth::plus(*first, {1, Unit::Month}) - 1);
  return bounds_of(*first, *first);
}

std::optional<Bounds> days_of(std::string_view word) {
  if (!word.starts_with('@')) return std::nullopt;
  word.remove_prefix(1);
  if (word.ends_with('T')) word.remove_suffix(1);
  const auto parts = split(word, '-');
  if (parts.size() > 3) return std::nullopt;
  int numbers[3] = {0, 0, 0};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto number = whole_number(parts[i]);
    if (!number || *number <= 0) return std::nullopt;
    numbers[i] = *number;
  }
  return days_of(YearMonthDay{numbers[0], numbers[1], numbers[2]});
}

std::optional<Bounds> plus(Bounds point, Period period) {
  return shifted(point, period, hearth::plus);
}

std::optional<Bounds> minus(Bounds point, Period period) {
  return shifted(point, period, hearth::minus);
}

std::optional<Bounds> units_between(Unit unit, Bounds from, Bounds to) {
  if (!is_known(from) || !is_known(to) || to.low < from.high) return std::nullopt;
  return Bounds{static_cast<double>(whole_units(unit, day_at(from.high), day_at(to.low))),
                static_cast<double>(whole_units(unit, day_at(from.low), day_at(to.high)))};
}

}  // namespace hearth::conformance
