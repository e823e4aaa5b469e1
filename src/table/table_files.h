// Table files, opened one after another: a database with the first that needs one. So whoever has
// but CSV files to read does not wait for DuckDB.
#pragma once

#include "table/table_file.h"

namespace hearth {

class TableFiles {
 public:
  explicit TableFiles(int threads) : threads_(threads) {}
  Result<TableFile> open(const std::filesystem::path& path);  // as TableFile does

 private:
  int threads_;
  std::optional<Database> database_;
};

}  // namespace hearth
