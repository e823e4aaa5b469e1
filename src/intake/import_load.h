// One load into the people and records of an import, table by table: first those who say who is
// who, then those that are added up, then those that become records.
#pragma once

#include <set>
#include <vector>

#include "facts/facts_builder.h"
#include "intake/gathered_people.h"
#include "intake/gathered_records.h"
#include "intake/import.h"
#include "intake/load.h"

namespace hearth {

// What all loads of an import add to.
struct ImportState {
  FactsBuilder builder;
  Database& database;
  const ImportOptions& options;
  GatheredPeople people;
  GatheredRecords records;
  Imported imported;
  std::map<std::uint32_t, std::string> file_names;  // by Lineage::file
};

Result<void> import_load(const Load& load, int number, ImportState& state);

}  // namespace hearth
