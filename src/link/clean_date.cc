#include <fmt/format.h>

#include <array>

#include "base/date.h"
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

std::string written(int year, int month, int day) {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const auto text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (!parse_date(text)) return {};
  return fmt::format("{:04}{:02}{:02}", year, month, day);
}

std::string from_digits(std::string_view digits) {
  const auto iso = written(number(digits.substr(0, 4)), number(digits.substr(4, 2)),
                           number(digits.substr(6, 2)));
  if (!iso.empty()) return iso;
  return written(number(digits.substr(4, 4)), number(digits.substr(2, 2)),
                 number(digits.substr(0, 2)));
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
