#include "intake/date_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace hearth {
namespace {

constexpr std::array<std::string_view, 7> kParts = {"YYYY", "MM", "DD", "Mon", "hh", "mm", "ss"};
constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";

// The part that the pattern goes on with, or empty for a character that stands for itself.
std::string_view part_at(std::string_view pattern) {
  for (const auto part : kParts) {
    if (pattern.starts_with(part)) return part;
  }
  return {};
}

std::optional<int> month_named(std::string_view cell) {
  if (cell.size() < 3) return std::nullopt;
  const auto at = kMonths.find(cell.substr(0, 3));
  if (at == std::string_view::npos || at % 3 != 0) return std::nullopt;
  return static_cast<int>(at / 3 + 1);
}

std::optional<int> digits(std::string_view cell, std::size_t count) {
  if (cell.size() < count) return std::nullopt;
  int value = 0;
  for (const char c : cell.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> read_part(std::string_view part, std::string_view cell) {
  return part == "Mon" ? month_named(cell) : digits(cell, part.size());
}

bool time_exists(std::string_view part, int value) { return value < (part == "hh" ? 24 : 60); }

std::optional<Date> day(int year, int month, int day_of_month) {
  const std::chrono::year_month_day ymd{std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day_of_month))};
  if (!ymd.ok() || year == 0) return std::nullopt;
  return date_of({year, month, day_of_month});
}

}  // namespace

std::optional<DatePattern> DatePattern::parse(std::string_view text) {
  int years = 0, months = 0, days = 0;
  for (auto rest = text; !rest.empty();) {
    const auto part = part_at(rest);
    years += part == "YYYY";
    months += part == "MM" || part == "Mon";
    days += part == "DD";
    rest.remove_prefix(std::max<std::size_t>(1, part.size()));
  }
  if (years != 1 || months != 1 || days != 1) return std::nullopt;
  return DatePattern(std::string(text));
}

std::optional<Date> DatePattern::read(std::string_view cell) const {
  int year = 0, month = 0, day_of_month = 0;
  for (std::string_view rest = text_; !rest.empty();) {
    const auto part = part_at(rest);
    const auto length = std::max<std::size_t>(1, part.size());
    if (part.empty()) {
      if (cell.empty() || cell.front() != rest.front()) return std::nullopt;
    } else {
      const auto value = read_part(part, cell);
      if (!value) return std::nullopt;
      if (part == "YYYY")
        year = *value;
      else if (part == "MM" || part == "Mon")
        month = *value;
      else if (part == "DD")
        day_of_month = *value;
      else if (!time_exists(part, *value))
        return std::nullopt;
    }
    rest.remove_prefix(length);
    cell.remove_prefix(length);
  }
  return cell.empty() ? day(year, month, day_of_month) : std::nullopt;
}

}  // namespace hearth
