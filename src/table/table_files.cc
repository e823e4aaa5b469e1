#include "table/table_files.h"

namespace hearth {

Result<TableFile> TableFiles::open(const std::filesystem::path& path) {
  if (file_format(path) != FileFormat::Parquet) return TableFile::open_csv(path);
  if (!database_) {
    auto database = Database::open(threads_);
    if (!database) return std::unexpected(database.error());
    database_ = std::move(*database);
  }
  return TableFile::open(*database_, path);
}

}  // namespace hearth
