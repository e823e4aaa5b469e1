// Takes a chunk of rows column by column, if every row of it is sound.
//
// Most files are sound and typed, and then a column is a copy. At the first cell that anything
// could be said against, nothing is taken, and the caller reads the chunk row by row to say it.
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "facts/row_reader.h"
#include "table/chunk.h"

namespace hearth {

bool all_known(const Chunk& chunk, std::size_t column);
bool none_known(const Chunk& chunk, std::size_t column);

// The days of a date column into `out`, `unknown` for an empty cell; false if the column holds
// anything but days of the calendar, or an empty cell where there is no `unknown`. A column the
// file does not have is empty cells.
bool take_dates(const Chunk& chunk, const Column& column, std::optional<Date> unknown,
                std::span<Date> out);

// A column of numbers, kNotKnown for an empty cell; false if it holds anything else, or a number
// below `least` or above `most`.
bool take_numbers(const Chunk& chunk, std::size_t column, std::optional<double> least,
                  std::optional<double> most, std::span<double> out);

}  // namespace hearth
