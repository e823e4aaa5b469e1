// Agencies' files into Facts, as a feed declares: who they are about, what happened and when, and
// for which days they tell everything.
//
// Every row of every file comes out by name in the counts: made into records, added up, left out
// as the feed says, or set aside with a diagnostic. The same files give the same Facts, in
// whatever order they are named. What a file does not say (the days it covers, since when a family
// has been worked with) comes from the options or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "facts/facts.h"
#include "intake/feed.h"
#include "intake/sighting.h"
#include "intake/told_relation.h"

namespace hearth {

struct ImportOptions {
  std::vector<std::filesystem::path> files;
  std::optional<Stretch> covers;  // every file covers these days, whatever it says itself
  std::optional<Date> started;    // since when families have been worked with
  std::optional<Date> received;   // the day we were told, where a file does not say
  SightingSink sightings;         // hears who each row is about; or nobody does
  RelationSink relations;         // likewise, who is related to whom
};

// What became of the rows of one file, in one table of the feed. read = the sum of the outcomes.
struct TableCount {
  std::string file;
  std::string table;
  std::int64_t read = 0;
  std::map<std::string, std::int64_t> outcomes;  // by name: `suspension`, `set aside`
};

struct Imported {
  std::optional<Facts> facts;  // none if the import was refused
  Diagnostics diagnostics;
  std::vector<TableCount> counts;
  std::map<std::string, std::int64_t> records;          // by type, as they are in the facts
  std::int64_t told_again = 0;                          // made, but replaced by a later file's
  std::map<std::string, std::int64_t> without_figures;  // of those, by type: they contradict
};

inline constexpr const char* kSetAside = "set aside";

Result<Imported> import_files(const Feed& feed, const Catalogue& catalogue,
                              const ImportOptions& options);

// `read 10,373 = 4,114 permanent_exclusion + 6,259 suspension`
std::string to_text(const TableCount& count);

// The whole account: a line for each file and table, then one for each record type.
std::string account_of(const Imported& imported);

}  // namespace hearth
