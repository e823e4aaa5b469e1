#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "link/clean.h"
#include "link/folded.h"

namespace hearth::link {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

int month_of(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return number(word);
}

// A day that no calendar has is kept, since it may be one slip from right.
std::string written(int year, int month, int day) {
  if (year < 1000 || year > 2999 || month < 1 || month > 99 || day < 1 || day > 99) return {};
  return fmt::format("{:04}{:02}{:02}", year, month, day);
}

std::string from_digits(std::string_view digits) {
  const auto part = [&](std::size_t at, std::size_t size) {
    return number(digits.substr(at, size));
  };
  const bool day_first = part(4, 2) > 12 && part(2, 2) <= 12 && part(4, 4) >= 1000;
  if (day_first) return written(part(4, 4), part(2, 2), part(0, 2));
  return written(part(0, 4), part(4, 2), part(6, 2));
}

}  // namespace

std::string clean_date(std::string_view cell) {
  const auto text = folded(cell);
  const auto parts = split(text, ' ');
  if (parts[0].size() == 8 && number(parts[0]) >= 0) return from_digits(parts[0]);
  if (parts.size() < 3) return {};
  if (parts[0].size() == 4) {
    const auto day = parts[2].substr(0, parts[2].find('t'));  // 2001-02-03T00:00:00
    return written(number(parts[0]), month_of(parts[1]), number(day));
  }
  if (parts[0].size() > 2 || parts[2].size() != 4) return {};
  return written(number(parts[2]), month_of(parts[1]), number(parts[0]));
}

}  // namespace hearth::link
