// The feeds in feeds/ with the catalogue they are written for, ready to import files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "intake/import.h"
#include "intake/read_feed.h"

namespace hearth {

std::filesystem::path feeds_folder();
const Catalogue& shipped_catalogue();
const Feed& shipped_feed(const std::string& name);  // a feed that is wrong fails the test

// Files by their paths, as `feed` reads them.
Imported import_with(const std::string& feed, const std::vector<std::filesystem::path>& files,
                     ImportOptions options = {});

// A file of this text in a folder of its own, imported.
Imported import_text(const std::string& feed, const std::string& name, const std::string& text,
                     ImportOptions options = {});

bool says(const Imported& imported, const std::string& text);

}  // namespace hearth
