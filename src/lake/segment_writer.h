// Rows of one kind on their way into the lake, in parts of bounded size. Each part is written while
// its rows come, so that a load of any length needs memory for some thousand of them.
#pragma once

#include <future>
#include <optional>
#include <string>
#include <vector>

#include "lake/lake.h"
#include "table/table_writer.h"

namespace hearth {

// A segment that is on the disk, under its name.
struct WrittenSegment {
  std::string name;
  std::string kind;
  std::int64_t rows = 0;
  FileSum sum;
};

class SegmentWriter {
 public:
  static constexpr std::int64_t kMostRows = 500'000;  // of one part

  SegmentWriter(const Lake& lake, Database& database, std::string kind, std::int64_t load,
                std::vector<TableColumn> columns, ColumnWords words = {});

  // The next row: write its cells, then end_row.
  Result<TableWriter*> row() { return writer_ ? &*writer_ : begin_part(); }
  Result<void> end_row() {
    HEARTH_TRY(writer_->end_row());
    return ++rows_ == kMostRows ? end_part() : Result<void>();
  }
  Result<std::vector<WrittenSegment>> finish();  // after the last row; none were written: no part

 private:
  Result<TableWriter*> begin_part();
  Result<void> end_part();
  Result<void> collect();  // the part that was ended, once it is on the disk

  const Lake& lake_;
  Database& database_;
  std::string kind_;
  std::int64_t load_;
  std::vector<TableColumn> columns_;
  ColumnWords words_;
  int parts_ = 0;
  std::optional<TableWriter> writer_;  // of the part at hand
  std::int64_t rows_ = 0;              // in it
  std::future<Result<WrittenSegment>> ended_;
  std::vector<WrittenSegment> written_;
};

}  // namespace hearth
