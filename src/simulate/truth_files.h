// What is true behind the agencies' files, to score against: who each row is about and which
// mistakes it has, which local number is whose, who lived where with whom, and what each file
// covers. docs/synthetic-council.md has the columns.
#pragma once

#include <filesystem>
#include <set>

#include "simulate/agency_list.h"
#include "simulate/row_file.h"
#include "simulate/sighted.h"

namespace hearth {

class TruthFiles {
 public:
  explicit TruthFiles(const std::filesystem::path& folder);

  void add_family(const FamilyLife& family);
  // A row of a file, about to be written.
  void add_row(std::string_view feed, const RowFile& file, const std::string& table,
               std::int64_t row, const LivedPerson& person, const std::string& local_id,
               const std::string& mistakes);
  void add_load(std::string_view feed, const std::string& file, const Delivery& delivery);
  Result<void> put_away(std::size_t more_than = 0);

 private:
  RowFile sightings_, identities_, households_, people_, loads_;
  std::set<std::tuple<std::string_view, std::string, std::uint64_t>> told_;  // of this family
};

}  // namespace hearth
