// What is in a facts folder: which file is which, before any is read.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "facts/catalogue.h"

namespace hearth {

// The files that are not of a record type. Only the first three must be there.
inline constexpr std::string_view kPeopleFile = "people";
inline constexpr std::string_view kFamiliesFile = "families";
inline constexpr std::string_view kMembersFile = "members";
inline constexpr std::string_view kTermsFile = "terms";
inline constexpr std::string_view kCoverageFile = "coverage";

struct FactsFolder {
  std::map<std::string, std::filesystem::path, std::less<>> files;  // by name without ending
  std::vector<std::filesystem::path> unread;  // of no name, or of one that several have
  Diagnostics diagnostics;

  const std::filesystem::path* find(std::string_view name) const;
  bool has_parquet() const;
};

// An Error if the folder is not there or cannot be looked into. Hidden files are passed over.
Result<FactsFolder> list_facts_folder(const std::filesystem::path& folder,
                                      const Catalogue& catalogue);

}  // namespace hearth
