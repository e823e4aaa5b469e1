// Reads a CSV file as a TableFile: splits each record into cells, column by column.
#pragma once

#include "table/csv_records.h"
#include "table/reader.h"

namespace hearth {

class CsvReader : public TableFile::Reader {
 public:
  static Result<std::unique_ptr<CsvReader>> open(const std::filesystem::path& path, CsvForm form);
  Result<void> next() override;

 private:
  CsvReader(OpenFile file, CsvForm form) : records_(std::move(file), form), form_(form) {}

  Result<void> read_header();
  void add(const CsvRecord& record);
  bool split(const CsvRecord& record);  // into the chunk's next row; false if the count is wrong
  void put(std::size_t column, std::string_view cell);
  void show(std::size_t row_count);

  CsvRecords records_;
  CsvForm form_;
  std::vector<TextCell> cells_;       // column by column
  std::vector<std::uint64_t> known_;  // likewise, a bit a row
};

}  // namespace hearth
