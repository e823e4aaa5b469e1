// One row of a feed's table, whatever the format of its file, and how to be given all of them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "base/result.h"

namespace hearth {

// Good until the next row.
struct FeedRow {
  std::int64_t row = 0;                     // as a diagnostic and evidence name it
  int line = 0;                             // of an XML file
  std::span<const std::string_view> cells;  // by TableRule::columns, trimmed; empty: not given
  std::string_view key;                     // what ties it to rows of other tables
};

using FeedRowSink = std::function<void(const FeedRow&)>;

struct RowsRead {
  std::int64_t rows = 0;      // of the file
  std::int64_t rejected = 0;  // of these, could not be read as a row
};

}  // namespace hearth
