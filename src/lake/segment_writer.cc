#include "lake/segment_writer.h"

#include "table/write_file.h"

namespace hearth {

SegmentWriter::SegmentWriter(const Lake& lake, Database& database, std::string kind,
                             std::int64_t load, std::vector<TableColumn> columns)
    : lake_(lake),
      database_(database),
      kind_(std::move(kind)),
      load_(load),
      columns_(std::move(columns)) {}

Result<TableWriter*> SegmentWriter::row() {
  if (!writer_) {
    auto created = TableWriter::create(database_, table_name(), columns_);
    if (!created) return std::unexpected(created.error());
    writer_.emplace(std::move(*created));
  }
  return &*writer_;
}

Result<void> SegmentWriter::end_row() {
  HEARTH_TRY(writer_->end_row());
  return ++rows_ == kMostRows ? write_part() : Result<void>();
}

Result<void> SegmentWriter::write_part() {
  HEARTH_TRY(writer_->finish());
  writer_.reset();
  WrittenSegment segment{
      segment_name(kind_, load_, static_cast<int>(written_.size()) + 1), kind_, rows_, {}};
  const auto path = lake_.segment_path(segment.name);
  std::error_code code;
  std::filesystem::create_directories(path.parent_path(), code);
  if (code) return failed("cannot make a folder in the lake: " + code.message());
  HEARTH_TRY(write_file(database_, sql("select * from {} order by rowid", identifier(table_name())),
                        path, FileFormat::Parquet));
  HEARTH_TRY(database_.run(sql("drop table {}", identifier(table_name())), "drop a table"));
  auto sum = checksum_of(path);  // of what can be read back
  if (!sum) return std::unexpected(sum.error());
  segment.sum = std::move(*sum);
  written_.push_back(std::move(segment));
  rows_ = 0;
  return {};
}

Result<std::vector<WrittenSegment>> SegmentWriter::finish() {
  if (writer_) HEARTH_TRY(write_part());
  return std::move(written_);
}

}  // namespace hearth
