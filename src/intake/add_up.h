// A row of a table that adds up: its amount, under what its code means on the day.
#pragma once

#include <string>

#include "intake/row_values.h"
#include "intake/sum_rows.h"

namespace hearth {

// Returns what became of the row: a meaning, or kSetAside; then the sum it belongs to is not known.
std::string add_up(RowValues& values, const TableRule& table, const CodeList& codes, Date codes_on,
                   std::uint32_t person, RowSums& sums);

}  // namespace hearth
