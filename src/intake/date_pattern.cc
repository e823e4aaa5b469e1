#include "intake/date_pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace hearth {
namespace {

constexpr std::string_view kSerial = "excel serial";
constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// As many digits as are asked for, off the front of the cell; -1 if they are not there.
int take_digits(std::string_view& cell, std::size_t count) {
  if (cell.size() < count) return -1;
  int value = 0;
  for (const char c : cell.substr(0, count)) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  cell.remove_prefix(count);
  return value;
}

int take_month_name(std::string_view& cell) {
  const auto at = cell.size() < 3 ? std::string_view::npos : kMonths.find(cell.substr(0, 3));
  if (at == std::string_view::npos || at % 3 != 0) return -1;
  cell.remove_prefix(3);
  return static_cast<int>(at / 3 + 1);
}

int take_one_or_two_digits(std::string_view& cell) {
  return take_digits(cell, cell.size() > 1 && is_digit(cell[1]) ? 2 : 1);
}

// Spreadsheets count days from the last of 1899, and believe in a 29 February 1900: days before
// March of that year are nobody's here.
std::optional<Date> read_serial(std::string_view cell) {
  const auto whole = cell.substr(0, cell.find('.'));
  const auto time = cell.substr(std::min(cell.size(), whole.size() + 1));
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
  if (error != std::errc() || end != whole.data() + whole.size()) return std::nullopt;
  if (number < 61 || number > 2'958'465) return std::nullopt;
  if (!std::ranges::all_of(time, is_digit)) return std::nullopt;
  return date_of({1899, 12, 30}) + number;
}

std::optional<Date> day(int year, int month, int day_of_month) {
  const std::chrono::year_month_day ymd{std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day_of_month))};
  if (!ymd.ok() || year == 0) return std::nullopt;
  return date_of({year, month, day_of_month});
}

}  // namespace

struct DatePattern::PartName {
  std::string_view text;
  Step step;
};

const std::array<DatePattern::PartName, 9> DatePattern::kParts = {{
    {"YYYY", {Part::Year, 4}},
    {"MM", {Part::Month, 2}},
    {"DD", {Part::Day, 2}},
    {"Mon", {Part::MonthName, 3}},
    {"hh", {Part::Hour, 2}},
    {"mm", {Part::MinuteOrSecond, 2}},
    {"ss", {Part::MinuteOrSecond, 2}},
    {"D", {Part::Day, 1}},
    {"M", {Part::Month, 1}},
}};

std::optional<DatePattern> DatePattern::parse(std::string_view text) {
  DatePattern pattern;
  pattern.text_ = text;
  if (text == kSerial) return pattern;
  int years = 0, months = 0, days = 0;
  for (auto rest = text; !rest.empty();) {
    const auto named = std::ranges::find_if(
        kParts, [&](const PartName& part) { return rest.starts_with(part.text); });
    const bool mark = named == kParts.end();
    const auto step = mark ? Step{Part::Mark, 1, rest.front()} : named->step;
    years += step.part == Part::Year;
    months += step.part == Part::Month || step.part == Part::MonthName;
    days += step.part == Part::Day;
    pattern.steps_.push_back(step);
    rest.remove_prefix(mark ? 1 : named->text.size());
  }
  if (years != 1 || months != 1 || days != 1) return std::nullopt;
  return pattern;
}

std::optional<Date> DatePattern::read(std::string_view cell) const {
  if (steps_.empty()) return read_serial(cell);
  int year = 0, month = 0, day_of_month = 0;
  for (const auto& step : steps_) {
    if (step.part == Part::Mark) {
      if (cell.empty() || cell.front() != step.mark) return std::nullopt;
      cell.remove_prefix(1);
      continue;
    }
    const auto value = step.part == Part::MonthName ? take_month_name(cell)
                       : step.width == 1            ? take_one_or_two_digits(cell)
                                                    : take_digits(cell, step.width);
    if (value < 0) return std::nullopt;
    switch (step.part) {
      case Part::Year: year = value; break;
      case Part::Month:
      case Part::MonthName: month = value; break;
      case Part::Day: day_of_month = value; break;
      case Part::Hour:
        if (value > 23) return std::nullopt;
        break;
      case Part::MinuteOrSecond:
        if (value > 59) return std::nullopt;
        break;
      case Part::Mark: break;
    }
  }
  return cell.empty() ? day(year, month, day_of_month) : std::nullopt;
}

std::string DatePattern::write(Date day) const {
  const auto [year, month, of_month] = year_month_day(day);
  if (steps_.empty()) return fmt::format("{}", day - date_of({1899, 12, 30}));
  std::string text;
  for (const auto& step : steps_) {
    switch (step.part) {
      case Part::Mark: text += step.mark; break;
      case Part::Year: text += fmt::format("{:04}", year); break;
      case Part::MonthName:
        text += kMonths.substr(static_cast<std::size_t>(month - 1) * 3, 3);
        break;
      case Part::Month: text += fmt::format("{:0{}}", month, step.width); break;
      case Part::Day: text += fmt::format("{:0{}}", of_month, step.width); break;
      case Part::Hour:
      case Part::MinuteOrSecond: text += "00"; break;
    }
  }
  return text;
}

}  // namespace hearth
