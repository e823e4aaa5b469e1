// Rows of one kind on their way into the lake, a part of bounded size at a time, so that a load of
// any length needs memory for one part.
#pragma once

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
                std::vector<TableColumn> columns);

  // The next row: write its cells, then end_row.
  Result<TableWriter*> row();
  Result<void> end_row();
  Result<std::vector<WrittenSegment>> finish();  // after the last row; none were written: no part

 private:
  Result<void> write_part();
  std::string table_name() const { return "segment of " + kind_; }

  const Lake& lake_;
  Database& database_;
  std::string kind_;
  std::int64_t load_;
  std::vector<TableColumn> columns_;
  std::optional<TableWriter> writer_;  // of the part at hand
  std::int64_t rows_ = 0;              // in it
  std::vector<WrittenSegment> written_;
};

}  // namespace hearth
