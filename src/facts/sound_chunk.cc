#include "facts/sound_chunk.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>

#include "facts/facts.h"

namespace hearth {
namespace {

auto rows_of(const Chunk& chunk) { return std::views::iota(std::size_t{0}, chunk.size()); }

}  // namespace

bool all_known(const Chunk& chunk, std::size_t column) {
  return chunk.all_known(column) || std::ranges::all_of(rows_of(chunk), [&](std::size_t row) {
           return chunk.known(column, row);
         });
}

bool none_known(const Chunk& chunk, std::size_t column) {
  return std::ranges::none_of(rows_of(chunk),
                              [&](std::size_t row) { return chunk.known(column, row); });
}

bool take_dates(const Chunk& chunk, const Column& column, std::optional<Date> unknown,
                std::span<Date> out) {
  if (!column.at || none_known(chunk, *column.at)) {
    if (unknown) std::ranges::fill(out, *unknown);
    return unknown.has_value();
  }
  if (chunk.type(*column.at) != ColumnType::Date) return false;
  if (!unknown && !all_known(chunk, *column.at)) return false;
  const auto days = chunk.dates(*column.at);
  for (std::size_t row = 0; row < days.size(); ++row) {
    const bool known = !unknown || chunk.known(*column.at, row);
    out[row] = known ? Date{days[row]} : *unknown;
    if (known && !within_calendar(out[row])) return false;
  }
  return true;
}

bool take_numbers(const Chunk& chunk, std::size_t column, std::optional<double> least,
                  std::optional<double> most, std::span<double> out) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (chunk.type(column) != ColumnType::Double) return false;
  const auto numbers = chunk.doubles(column);
  const bool whole = chunk.all_known(column);
  const double low = least.value_or(std::numeric_limits<double>::lowest());
  const double high = most.value_or(std::numeric_limits<double>::max());
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    const bool known = (whole || chunk.known(column, row)) && !std::isnan(numbers[row]);
    out[row] = known ? numbers[row] : kNotKnown;
    if (known && !(numbers[row] >= low && numbers[row] <= high && numbers[row] < kInfinity)) {
      return false;
    }
  }
  return true;
}

}  // namespace hearth
