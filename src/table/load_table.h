// A file as a table of the database, for those who want to ask SQL of it.
#pragma once

#include <string_view>

#include "table/table_file.h"

namespace hearth {

// The row of the file, a bigint, comes before the file's own columns. No file's column has this
// name.
inline constexpr std::string_view kRowColumn = "#row";

struct LoadedTable {
  std::vector<TableColumn> columns;    // as in the file; the table calls them by `sql_names`
  std::vector<std::string> sql_names;  // the same, but for a second column of one name: `kind (2)`
  std::int64_t rows = 0;               // = kept + rejects + a damaged rest
  std::int64_t kept = 0;
  std::vector<Reject> rejects;
  std::optional<FileFault> fault;
};

// Creates the table `name`, even if the file has a fault (it then holds the rows before it).
// Column names are without regard to capitals in SQL, and so in telling two columns of one name.
Result<LoadedTable> load_table(Database& database, const std::filesystem::path& path,
                               std::string_view name, CsvForm form = {});

}  // namespace hearth
