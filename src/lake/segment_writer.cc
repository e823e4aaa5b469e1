#include "lake/segment_writer.h"

namespace hearth {

SegmentWriter::SegmentWriter(const Lake& lake, Database& database, std::string kind,
                             std::int64_t load, std::vector<TableColumn> columns, ColumnWords words)
    : lake_(lake),
      database_(database),
      kind_(std::move(kind)),
      load_(load),
      columns_(std::move(columns)),
      words_(std::move(words)) {}

Result<TableWriter*> SegmentWriter::begin_part() {
  const auto path = lake_.segment_path(segment_name(kind_, load_, ++parts_));
  std::error_code code;
  std::filesystem::create_directories(path.parent_path(), code);
  if (code) return failed("cannot make a folder in the lake: " + code.message());
  writer_.emplace(TableWriter::into_file(database_, path, columns_, words_));
  return &*writer_;
}

Result<void> SegmentWriter::end_part() {
  HEARTH_TRY(collect());
  auto finish = [writer = std::move(*writer_), lake = lake_,
                 segment = WrittenSegment{segment_name(kind_, load_, parts_),
                                          kind_,
                                          rows_,
                                          {}}]() mutable -> Result<WrittenSegment> {
    HEARTH_TRY(writer.finish());
    auto sum = checksum_of(lake.segment_path(segment.name));  // of what can be read back
    if (!sum) return std::unexpected(sum.error());
    segment.sum = std::move(*sum);
    return std::move(segment);
  };
  ended_ = std::async(std::launch::async, std::move(finish));
  writer_.reset();
  rows_ = 0;
  return {};
}

Result<void> SegmentWriter::collect() {
  if (!ended_.valid()) return {};
  auto segment = ended_.get();
  if (!segment) return std::unexpected(segment.error());
  written_.push_back(std::move(*segment));
  return {};
}

Result<std::vector<WrittenSegment>> SegmentWriter::finish() {
  if (writer_) HEARTH_TRY(end_part());
  HEARTH_TRY(collect());
  return std::move(written_);
}

}  // namespace hearth
