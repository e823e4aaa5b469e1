// Reads the tables to be linked into sightings, by a model whose columns are theirs.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "link/draft_model.h"
#include "link/model.h"
#include "link/sightings.h"
#include "table/database.h"

namespace hearth::link {

using Paths = std::vector<std::filesystem::path>;

// A table's headings and some of its rows.
Result<TableSample> read_sample(Database& database, const std::filesystem::path& path);

// No rows yet, of a model's fields.
Sightings no_rows(const Model& model);

struct ReadSightings {
  Sightings sightings;
  Diagnostics diagnostics;
  std::int64_t rows = 0;  // of the files: sightings and rows set aside
};

Result<ReadSightings> read_sightings(Database& database, const Paths& paths, const Model& model);

}  // namespace hearth::link
