// A row of an answer over a store in which people were linked: the same, and at its end what would
// stand without doubtful links, where it rests on one (without_doubt.h says what that means).
#pragma once

#include <algorithm>
#include <array>

#include "engine/cell.h"

namespace hearth {

template <typename Row>
struct LinkedRow {
  static constexpr auto kColumns = [] {
    std::array<AnswerColumn, Row::kColumns.size() + 1> columns;
    std::ranges::copy(Row::kColumns, columns.begin());
    columns.back() = {"without_doubt", "without doubtful links"};
    return columns;
  }();

  const Row& row;
  Cell without_doubt;  // it may point at its text

  std::array<Cell, kColumns.size()> cells() const {
    std::array<Cell, kColumns.size()> cells;
    std::ranges::copy(row.cells(), cells.begin());
    cells.back() = without_doubt;
    return cells;
  }
};

// The columns of either.
template <typename Row>
std::span<const AnswerColumn> columns_of(bool linked) {
  if (linked) return LinkedRow<Row>::kColumns;
  return Row::kColumns;
}

}  // namespace hearth
