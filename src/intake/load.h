// Files that belong together: those of one term, or one XML file, with the days they tell about.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "facts/facts.h"
#include "intake/feed.h"
#include "intake/import.h"
#include "intake/prepared_file.h"

namespace hearth {

struct LoadFile {
  std::filesystem::path path;              // as the agency sent it
  std::string name;                        // without its folder
  std::vector<std::size_t> tables;         // of the form, that it feeds
  PreparedFile prepared = {};              // what is read instead, unless it is XML
  std::vector<std::string> not_read = {};  // columns that the feed has no use for
};

struct Load {
  const FeedForm* form = nullptr;
  std::string term;               // `2024-autumn`; may be empty
  std::optional<Stretch> period;  // the days it tells about
  std::optional<Date> made_on;
  std::vector<LoadFile> files;  // by name

  std::vector<const LoadFile*> files_of(std::size_t table) const;
};

// In order of their periods, then their first file's name. A file that fits no table, lacks a
// column or cannot be read at all is reported and left out.
Result<std::vector<Load>> gather_loads(const Feed& feed, const ImportOptions& options,
                                       Diagnostics& diagnostics);

}  // namespace hearth
