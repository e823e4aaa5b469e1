// Puts the records of one file in order, and finds rows that say the same twice.
#pragma once

#include <cstdint>
#include <vector>

#include "facts/facts.h"

namespace hearth {

struct DuplicateRecord {
  std::uint32_t row;        // of the file; taken out of the table
  std::uint32_t first_row;  // the one that stays
};

// Sorts the table by subject, start, end and row, which is the order Facts keep, and takes out each
// record that is equal in everything but its row to one above it. A table that is sorted already
// costs one look at each row.
std::vector<DuplicateRecord> put_in_order(RecordTable& table, std::size_t subject_count);

// Where each subject's rows begin in a table in order, and after the last subject the table's end.
std::vector<std::uint32_t> first_rows(const RecordTable& table, std::size_t subject_count);

// The table becomes its rows `order`, in that order; those it does not name are gone.
void reorder(RecordTable& table, const std::vector<std::uint32_t>& order);

}  // namespace hearth
