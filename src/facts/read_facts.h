// Reads a facts folder: people, families, members, terms, coverage and a file for each record type.
//
// Whatever is wrong with a file or a row is a diagnostic, the row is set aside and counted, and all
// the rest is read. Only a folder that is not there, or a disk or memory that gives out, is an
// Error.
#pragma once

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "facts/facts.h"
#include "facts/file_account.h"
#include "table/database.h"

namespace hearth {

struct ReadFacts {
  Facts facts;
  Diagnostics diagnostics;        // by name of file, then row
  std::vector<FileCount> counts;  // by name of file
  bool members_known = true;      // false: people or members cannot be read, so nobody is judged
  std::vector<FamilyId> not_started = {};  // taken to start on ReadOptions::begin_on
};

// The database that reads Parquet files, while it starts.
using DatabaseAhead = std::shared_ptr<std::future<Result<Database>>>;

// Starts it beside whatever is to be done before a folder is read; null if the folder will not need
// it.
DatabaseAhead database_ahead(const std::string& folder, int threads);

struct ReadOptions {
  // Only what we had been told by the end of that day; the counts stay of all rows.
  std::optional<Date> known_by = {};
  // When work with families that have no start is taken to begin. Without it they are set aside.
  std::optional<Date> begin_on = {};
  // By RecordTypeId: whose files are read; the others are not opened. All, if empty.
  std::vector<bool> record_types = {};
  int threads = 1;
  DatabaseAhead database = {};  // used once; without it one is started when it is needed
};

Result<ReadFacts> read_facts(const std::string& folder, const Catalogue& catalogue,
                             const ReadOptions& options);

}  // namespace hearth
