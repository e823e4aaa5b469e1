// Sightings as one table in a file, CSV or Parquet: what linking reads. docs/sightings.md has the
// columns.
#pragma once

#include <filesystem>

#include "intake/sighting.h"
#include "table/table_writer.h"

namespace hearth {

class SightingsFile {
 public:
  static Result<SightingsFile> create(Database& database);

  Result<void> add(const Sighting& sighting);
  // Whole or not at all.
  Result<void> write(const std::filesystem::path& path, FileFormat format);

 private:
  SightingsFile(Database& database, TableWriter writer)
      : database_(database), writer_(std::move(writer)) {}

  Database& database_;
  TableWriter writer_;
};

}  // namespace hearth
