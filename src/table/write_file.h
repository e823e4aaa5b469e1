// The answer of a query as a CSV or Parquet file.
#pragma once

#include <filesystem>

#include "table/database.h"
#include "table/table_file.h"

namespace hearth {

// Complete or not there at all: written beside `path` under a passing name, brought to the disk,
// then renamed over whatever was there. A CSV has a header, ISO dates, and nothing for not known.
// Rows of a Parquet file are gathered and packed many at once. While they are packed the query is
// not asked for more: where that keeps somebody waiting, let them be few.
enum class PackedRows { Many, Few };
Result<void> write_file(Database& database, const Sql& query, const std::filesystem::path& path,
                        FileFormat format, PackedRows packed = PackedRows::Many);

}  // namespace hearth
