// Reads the tables that families are formed from: sightings whose person is known, relationships,
// places of a kind, decisions. docs/families.md has their columns.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "facts/file_account.h"
#include "families/told.h"

namespace hearth::families {

struct ToldTables {
  std::vector<std::filesystem::path> sightings;
  std::vector<std::filesystem::path> relationships;
  std::vector<std::filesystem::path> places;
  std::filesystem::path decisions;  // none where empty
};

struct ReadTold {
  Told told;
  std::int64_t homeless = 0;  // sightings that tell of no home
  std::vector<FileCount> files;
  Diagnostics diagnostics;
};

Result<ReadTold> read_told(const ToldTables& tables);

}  // namespace hearth::families
