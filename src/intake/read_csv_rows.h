// The rows of a CSV file as a feed's table sees them. How a CSV is read is table_file's business.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "intake/feed.h"
#include "intake/feed_row.h"
#include "intake/file_faults.h"
#include "intake/prepared_file.h"
#include "table/table_file.h"

namespace hearth {

struct CsvHeader {
  std::vector<std::string> columns;
  std::optional<FileFault> fault;
};
Result<CsvHeader> read_csv_header(const std::filesystem::path& path, char delimiter);

// The table's columns that the header lacks and that must be there.
std::vector<std::string> missing_columns(const TableRule& table, const CsvHeader& header);

// Rows that are no rows go to `faults`.
Result<RowsRead> read_csv_rows(const PreparedFile& prepared, char delimiter, const TableRule& table,
                               FileFaults& faults, const FeedRowSink& sink);

}  // namespace hearth
