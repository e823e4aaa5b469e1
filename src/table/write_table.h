// A file of rows that somebody makes one after another.
//
// They go through a table of the database, which is dropped again; they stay in the order they
// came.
#pragma once

#include <string_view>
#include <vector>

#include "table/table_writer.h"
#include "table/write_file.h"

namespace hearth {

// What `fill(TableWriter&)` puts into columns like these, as the file; complete or not there at
// all. `name`: of the table, where it must be the only one.
template <typename Fill>
Result<void> write_table(Database& database, std::string_view name,
                         const std::vector<TableColumn>& columns, const std::filesystem::path& path,
                         FileFormat format, Fill fill) {
  auto writer = TableWriter::create(database, name, columns);
  if (!writer) return std::unexpected(writer.error());
  HEARTH_TRY(fill(*writer));
  HEARTH_TRY(writer->finish());
  HEARTH_TRY(
      write_file(database, sql("select * from {} order by rowid", identifier(name)), path, format));
  return database.run(sql("drop table {}", identifier(name)), "drop a table");
}

}  // namespace hearth
