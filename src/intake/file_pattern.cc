#include "intake/file_pattern.h"

#include <algorithm>

namespace hearth {
namespace {

constexpr std::string_view kYear = "{year}";
constexpr std::string_view kTerm = "{term}";
constexpr std::string_view kMonth = "{month}";
constexpr std::string_view kFrom = "{from}";
constexpr std::string_view kTo = "{to}";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// The month or day that the name goes on with; false if it does not.
bool read_days(std::string_view part, std::string_view name, FileName& found) {
  const bool month = part == kMonth;
  const auto first = parse_date(std::string(name.substr(0, month ? 7 : 10)) + (month ? "-01" : ""));
  if (!first) return false;
  if (part != kTo) found.from = first;
  if (part == kTo) found.to = first;
  if (!month) return true;
  const auto [year, number, day] = year_month_day(*first);
  found.to = date_of({year + number / 12, number % 12 + 1, 1}) - 1;
  return true;
}

// Both are lower case. A pattern is short and declared by us, so trying every length is cheap; a
// name longer than any file system allows is not tried at all.
bool match(std::string_view pattern, std::string_view name, FileName& found) {
  if (pattern.empty()) return name.empty();
  if (pattern.front() == '*') {
    for (std::size_t skip = 0; skip <= name.size(); ++skip) {
      if (match(pattern.substr(1), name.substr(skip), found)) return true;
    }
    return false;
  }
  if (pattern.starts_with(kYear)) {
    if (name.size() < 4 || !std::ranges::all_of(name.substr(0, 4), digit)) return false;
    found.year = std::stoi(std::string(name.substr(0, 4)));
    return match(pattern.substr(kYear.size()), name.substr(4), found);
  }
  if (pattern.starts_with(kTerm)) {
    const auto end = std::ranges::find_if_not(name, letter);
    const auto length = static_cast<std::size_t>(end - name.begin());
    if (length == 0) return false;
    found.term = name.substr(0, length);
    return match(pattern.substr(kTerm.size()), name.substr(length), found);
  }
  for (const auto part : {kMonth, kFrom, kTo}) {
    if (!pattern.starts_with(part)) continue;
    const std::size_t length = part == kMonth ? 7 : 10;
    return name.size() >= length && read_days(part, name, found) &&
           match(pattern.substr(part.size()), name.substr(length), found);
  }
  return !name.empty() && pattern.front() == name.front() &&
         match(pattern.substr(1), name.substr(1), found);
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

}  // namespace

std::optional<FileName> match_file(std::string_view pattern, std::string_view name) {
  if (name.size() > 255) return std::nullopt;
  FileName found;
  if (!match(lowered(pattern), lowered(name), found)) return std::nullopt;
  return found;
}

}  // namespace hearth
