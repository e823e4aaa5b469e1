// What the reader of a format must do for a TableFile: tell its columns, then deliver its rows.
#pragma once

#include "table/table_file.h"

namespace hearth {

class TableFile::Reader {
 public:
  virtual ~Reader() = default;

  // The next rows go into `chunk` and `row_numbers`, or no row at the end.
  virtual Result<void> next() = 0;

  std::vector<TableColumn> columns;
  Chunk chunk;
  std::vector<std::int64_t> row_numbers;
  std::vector<Reject> rejects;
  std::optional<FileFault> fault;
  std::int64_t rows = 0;
  std::int64_t delivered = 0;
};

}  // namespace hearth
