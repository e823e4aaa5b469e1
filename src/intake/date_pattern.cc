#include "intake/date_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace hearth {
namespace {

constexpr std::array<std::string_view, 9> kParts = {"YYYY", "MM", "DD", "Mon", "hh",
                                                    "mm",   "ss", "D",  "M"};
constexpr std::string_view kSerial = "excel serial";
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

// How much of the cell the part takes.
std::size_t length_of(std::string_view part, std::string_view cell) {
  if (part != "D" && part != "M") return std::max<std::size_t>(1, part.size());
  return cell.size() > 1 && cell[1] >= '0' && cell[1] <= '9' ? 2 : 1;
}

// Spreadsheets count days from the last of 1899, and believe in a 29 February 1900: days before
// March of that year are nobody's here.
std::optional<Date> read_serial(std::string_view cell) {
  const auto whole = cell.substr(0, cell.find('.'));
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
  if (error != std::errc() || end != whole.data() + whole.size()) return std::nullopt;
  if (number < 61 || number > 2'958'465) return std::nullopt;
  return date_of({1899, 12, 30}) + number;
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
  if (text == kSerial) return DatePattern(std::string(text));
  int years = 0, months = 0, days = 0;
  for (auto rest = text; !rest.empty();) {
    const auto part = part_at(rest);
    years += part == "YYYY";
    months += part == "MM" || part == "Mon" || part == "M";
    days += part == "DD" || part == "D";
    rest.remove_prefix(std::max<std::size_t>(1, part.size()));
  }
  if (years != 1 || months != 1 || days != 1) return std::nullopt;
  return DatePattern(std::string(text));
}

std::optional<Date> DatePattern::read(std::string_view cell) const {
  if (text_ == kSerial) return read_serial(cell);
  int year = 0, month = 0, day_of_month = 0;
  for (std::string_view rest = text_; !rest.empty();) {
    const auto part = part_at(rest);
    const auto length = length_of(part, cell);
    if (part.empty()) {
      if (cell.empty() || cell.front() != rest.front()) return std::nullopt;
    } else {
      const auto value = part == "D" || part == "M" ? digits(cell, length) : read_part(part, cell);
      if (!value) return std::nullopt;
      if (part == "YYYY")
        year = *value;
      else if (part == "MM" || part == "M" || part == "Mon")
        month = *value;
      else if (part == "DD" || part == "D")
        day_of_month = *value;
      else if (!time_exists(part, *value))
        return std::nullopt;
    }
    rest.remove_prefix(std::max<std::size_t>(1, part.size()));
    cell.remove_prefix(length);
  }
  return cell.empty() ? day(year, month, day_of_month) : std::nullopt;
}

std::string DatePattern::write(Date day) const {
  const auto [year, month, of_month] = year_month_day(day);
  if (text_ == kSerial) return fmt::format("{}", day - date_of({1899, 12, 30}));
  std::string text;
  for (std::string_view rest = text_; !rest.empty();) {
    const auto part = part_at(rest);
    if (part.empty())
      text += rest.front();
    else if (part == "YYYY")
      text += fmt::format("{:04}", year);
    else if (part == "Mon")
      text += kMonths.substr(static_cast<std::size_t>(month - 1) * 3, 3);
    else if (part == "MM" || part == "M")
      text += fmt::format("{:0{}}", month, part.size());
    else if (part == "DD" || part == "D")
      text += fmt::format("{:0{}}", of_month, part.size());
    else
      text += "00";
    rest.remove_prefix(std::max<std::size_t>(1, part.size()));
  }
  return text;
}

}  // namespace hearth
