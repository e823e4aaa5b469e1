// What the feeds of a folder can bring, all of them together: which sources there are and records
// of which types. For whoever asks whether a plan's rules will ever have anything to read.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "base/result.h"
#include "facts/catalogue.h"
#include "intake/feed.h"

namespace hearth {

struct Supplied {
  std::set<std::string> sources;       // as the feeds name themselves
  std::set<std::string> record_types;  // by name
  Diagnostics diagnostics;             // of feeds that are wrong; they count for nothing
};

Supplied supplied_by(const Feed& feed, const Catalogue& catalogue);  // in any of its versions

// Every NAME.toml of the folder.
Result<Supplied> supplied_by(const std::filesystem::path& folder, const Catalogue& catalogue);

}  // namespace hearth
