#include "store/worsened.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ranges>

namespace hearth {
namespace {

using Loads = std::vector<const LoadEntry*>;
using Lines = std::vector<std::string>;

Loads of_the_same_feed(const LoadEntry& load, const std::vector<LoadEntry>& earlier) {
  Loads same;
  for (const auto& other : earlier) {
    if (other.feed == load.feed && other.mends == 0) same.push_back(&other);
  }
  return same;
}

std::map<std::string, std::int64_t> rows_by_table(const LoadEntry& load) {
  std::map<std::string, std::int64_t> rows;
  for (const auto& outcome : load.outcomes) rows[outcome.table] += outcome.rows;
  return rows;
}

// A column that the last load with this table had filled, and this one never.
void look_for_empty_columns(const LoadEntry& load, const Loads& earlier, Lines& lines) {
  for (const auto& filled : load.filled) {
    if (filled.rows > 0) continue;
    for (const auto* other : earlier | std::views::reverse) {
      const auto was = std::ranges::find_if(other->filled, [&](const FilledEntry& f) {
        return f.table == filled.table && f.column == filled.column;
      });
      if (was == other->filled.end()) continue;
      if (was->rows > 0) {
        lines.push_back(fmt::format("column `{}` of `{}` is now empty; load {} had it in {} rows",
                                    filled.column, filled.table, other->number, was->rows));
      }
      break;
    }
  }
}

void look_for_few_rows(const LoadEntry& load, const Loads& earlier, Lines& lines) {
  for (const auto& [table, rows] : rows_by_table(load)) {
    std::vector<std::int64_t> before;
    for (const auto* other : earlier) {
      const auto all = rows_by_table(*other);
      if (const auto found = all.find(table); found != all.end()) before.push_back(found->second);
    }
    if (before.empty()) continue;
    std::ranges::nth_element(before, before.begin() + std::ssize(before) / 2);
    const auto usual = before[before.size() / 2];
    if (rows * 2 > usual) continue;
    lines.push_back(fmt::format("`{}` has {} rows; {} are usual", table, rows, usual));
  }
}

void look_for_other_periods(const LoadEntry& load, const Loads& earlier, Lines& lines) {
  for (const auto* other : earlier) {
    const bool overlaps = std::ranges::any_of(load.covered, [&](const CoverEntry& c) {
      return std::ranges::any_of(other->covered, [&](const CoverEntry& o) {
        return c.record_type == o.record_type && c.first <= o.last && o.first <= c.last;
      });
    });
    if (!overlaps || (other->first == load.first && other->last == load.last)) continue;
    lines.push_back(fmt::format(
        "it covers {} to {}, and load {} covered {} to {}: of the days both cover, this one stands",
        to_text(load.first), to_text(load.last), other->number, to_text(other->first),
        to_text(other->last)));
  }
}

}  // namespace

std::vector<std::string> worsened(const LoadEntry& load, const std::vector<LoadEntry>& earlier) {
  Lines lines;
  if (load.mends != 0) return lines;
  const auto same = of_the_same_feed(load, earlier);
  look_for_empty_columns(load, same, lines);
  look_for_few_rows(load, same, lines);
  look_for_other_periods(load, same, lines);
  return lines;
}

}  // namespace hearth
