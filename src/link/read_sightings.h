// Reads the tables to be linked into sightings, by a model whose columns are theirs.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "link/draft_model.h"
#include "link/model.h"
#include "link/sightings.h"
#include "table/table_files.h"

namespace hearth::link {

using Paths = std::vector<std::filesystem::path>;

struct Input {
  std::filesystem::path path;
  std::string name;  // its rows are said to be of it
};
std::vector<Input> inputs_of(const Paths& paths);  // each by its own name

// A table's headings and some of its rows.
Result<TableSample> read_sample(TableFiles& files, const std::filesystem::path& path);

// No rows yet, of a model's fields.
Sightings no_rows(const Model& model);

struct ReadSightings {
  Sightings sightings;
  Diagnostics diagnostics;
  std::int64_t rows = 0;  // of the files: sightings and rows set aside
};

Result<ReadSightings> read_sightings(TableFiles& files, const std::vector<Input>& inputs,
                                     const Model& model);

}  // namespace hearth::link
