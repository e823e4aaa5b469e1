// Rows on their way into a table of the database, or straight into a Parquet file.
//
// A writer takes rows cell by cell, in the order of its columns, and hands them on some thousands
// at a time. A file is written by a thread of its own while the next rows are made, and no more
// than some thousand rows wait for it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "table/database.h"
#include "table/table_file.h"

namespace hearth {

// Of columns of texts, by name: all that the cells can say, where that is known ahead. They are
// then written as numbers of words, which costs far less, and are read as the texts they are.
using ColumnWords = std::map<std::string, std::vector<std::string>>;

class TableWriter {
 public:
  // Creates the table `name`.
  static Result<TableWriter> create(Database& database, std::string_view name,
                                    std::span<const TableColumn> columns);
  // The file has its name once `finish` says so; see write_file.h.
  static TableWriter into_file(Database& database, const std::filesystem::path& path,
                               std::span<const TableColumn> columns, const ColumnWords& words = {});
  ~TableWriter();  // without `finish` no file comes of it
  TableWriter(TableWriter&&) noexcept;
  TableWriter& operator=(TableWriter&&) noexcept;

  // The next cell of the row. A row is complete when every column has its cell.
  void boolean(bool value);
  void int64(std::int64_t value);
  void real(double value);
  void date(std::int32_t days);
  void text(std::string_view value);
  void unknown();
  Result<void> end_row();

  // All rows of a chunk at once: the first cells of each row are given, the rest are the chunk's.
  Result<void> rows(std::span<const std::int64_t> first_cells, const Chunk& chunk);

  Result<void> finish();  // after the last row

 private:
  struct Target;
  struct Table;
  struct File;
  explicit TableWriter(std::unique_ptr<Target> target);
  std::unique_ptr<Target> target_;
};

}  // namespace hearth
