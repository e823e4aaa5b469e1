// Reads a Parquet file as a TableFile, through the database. `rows` is what the file itself says it
// holds, so that a file which is damaged further on still accounts for every row.
#pragma once

#include "table/open_file.h"
#include "table/reader.h"

namespace hearth {

class ParquetReader : public TableFile::Reader {
 public:
  static Result<std::unique_ptr<ParquetReader>> open(Database& database,
                                                     const std::filesystem::path& path);
  Result<void> next() override;

 private:
  explicit ParquetReader(OpenFile file) : file_(std::move(file)) {}

  Result<void> start(Database& database, const std::string& doing);
  bool take_columns(const Rows& rows_of_file);
  Result<Rows> cast_columns(Database& database, const std::string& doing);

  OpenFile file_;
  std::optional<Rows> answer_;
};

}  // namespace hearth
