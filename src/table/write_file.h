// The answer of a query as a CSV or Parquet file.
#pragma once

#include <filesystem>

#include "table/database.h"
#include "table/table_file.h"

namespace hearth {

// Complete or not there at all: written beside `path` under a passing name, brought to the disk,
// then renamed over whatever was there. A CSV has a header, ISO dates, and nothing for not known.
Result<void> write_file(Database& database, const Sql& query, const std::filesystem::path& path,
                        FileFormat format);

}  // namespace hearth
