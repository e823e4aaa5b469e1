// One load from the agency's files into the lake: its segments and rejects written, its entry for
// the casebook drawn up. Nothing of it counts until the casebook has it.
//
// All goes to the disk as it comes, so a file may be larger than memory. Of files whose rows refer
// to one another, the people and rows that are referred to are held.
#pragma once

#include <functional>
#include <map>

#include "casebook/load_entry.h"
#include "intake/import_load.h"
#include "lake/lake.h"

namespace hearth {

struct LoadReading {
  const Catalogue& catalogue;
  const ImportOptions& options;
  Date on;                                     // the day of the load
  bool is_linked = false;                      // the store's people were ever linked
  std::function<void(std::int64_t)> progress;  // rows read so far, now and then
};

struct ReadLoad {
  LoadEntry entry;
  Diagnostics diagnostics;
  std::int64_t people = 0;                      // of the load
  bool people_at_most = false;                  // or fewer: there were too many to remember all
  std::vector<std::string> without_figures;     // for the account, a line each
  std::vector<std::string> not_read;            // likewise: columns the feed has no use for
  std::vector<std::string> replaced;            // likewise; see replaced.h
  std::map<std::string, std::int64_t> reasons;  // why rows were set aside, and how many
};

Result<ReadLoad> read_load(const Load& load, LoadEntry entry, const Lake& lake,
                           const LoadReading& reading);

}  // namespace hearth
