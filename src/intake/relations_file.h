// The relations an import's rows tell of, as a table: see docs/sightings.md.
#pragma once

#include <filesystem>

#include "intake/told_relation.h"
#include "table/table_writer.h"

namespace hearth {

class RelationsFile {
 public:
  static Result<RelationsFile> create(Database& database);

  Result<void> add(const ToldRelation& relation);
  // Whole or not at all.
  Result<void> write(const std::filesystem::path& path, FileFormat format);

 private:
  RelationsFile(Database& database, TableWriter writer)
      : database_(database), writer_(std::move(writer)) {}

  Database& database_;
  TableWriter writer_;
};

}  // namespace hearth
