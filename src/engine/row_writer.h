// Writes the rows of an answer: as a table for readers, or as csv, json or parquet for programs.
//
// The four forms hold the same cells. csv and json are written row by row; a table waits for its
// last row to know its widths, and a parquet file is written when it is finished.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/cell.h"

namespace hearth {

enum class Format { Table, Csv, Json, Parquet };
enum class Colour { Plain, Terminal };

class RowWriter {
 public:
  virtual ~RowWriter() = default;

  // False: stop, nobody reads any further.
  virtual bool row(std::span<const Cell> cells) = 0;
  virtual Result<void> finish() = 0;
};

std::unique_ptr<RowWriter> table_writer(std::span<const AnswerColumn> columns, Colour colour,
                                        TextSink sink);
std::unique_ptr<RowWriter> csv_writer(std::span<const AnswerColumn> columns, TextSink sink);
std::unique_ptr<RowWriter> json_writer(std::span<const AnswerColumn> columns, TextSink sink);
std::unique_ptr<RowWriter> parquet_writer(std::span<const AnswerColumn> columns, std::string path);

}  // namespace hearth
