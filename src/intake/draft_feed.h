// A first feed for a file nobody has described yet: looks at its rows and writes the TOML that a
// person then finishes.
//
// It says what it is sure of (how the file is laid out, which columns are there, which hold days or
// sound identifiers) and leaves what only people know, which records the rows are, to be filled in.
// Of the data it repeats codes only: short words that a few rows in a column share.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "table/database.h"

namespace hearth {

// An Error for a file that cannot be read as a table at all.
Result<std::string> draft_feed(Database& database, const std::filesystem::path& path);

}  // namespace hearth
