// One load into the people and records of an import, table by table: first those who say who is
// who, then those that are added up, then those that become records.
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "facts/facts_builder.h"
#include "intake/feed_row.h"
#include "intake/gathered_people.h"
#include "intake/gathered_records.h"
#include "intake/import.h"
#include "intake/load.h"
#include "intake/remembered_people.h"

namespace hearth {

// Who hears of single rows while a load is read, and takes its records as they come. A store does,
// so that it need not hold them; an import does not.
struct RowListener {
  std::function<void(const LoadFile&, const TableRule&, const FeedRow&)> read;
  std::function<void(const LoadFile&, const TableRule&, const FeedRow&, std::string_view why)>
      set_aside;
  std::function<void(const GatheredRecord&)> record;
};

// What all loads of an import add to.
struct ImportState {
  FactsBuilder builder;
  const ImportOptions& options;
  GatheredPeople people;  // of a load that is listened to, only if its rows refer to them
  GatheredRecords records;
  Imported imported;
  std::map<std::uint32_t, std::string> file_names;  // by Lineage::file
  const RowListener* listener = nullptr;            // or nobody
  std::string feed = {};                            // its name, for sightings
  RememberedPeople remembered = {};
};

Result<void> import_load(const Load& load, int number, ImportState& state);

}  // namespace hearth
