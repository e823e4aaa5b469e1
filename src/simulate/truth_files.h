// What is true behind the agencies' files, to score against: who each row is about and which
// mistakes it has, which local number is whose, who lived where with whom, what each file covers,
// which never came, and how many mistakes there are. docs/synthetic-council.md has the columns.
#pragma once

#include <filesystem>
#include <map>
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
  void add_row(std::string_view feed, const std::string& file, const std::string& table,
               std::int64_t row, const LivedPerson& person, const std::string& local_id,
               const std::string& mistakes);
  void add_load(std::string_view feed, const std::string& file, const Delivery& delivery);
  void add_missing(std::string_view feed, const std::string& file, const Delivery& delivery);
  Result<void> put_away(std::size_t more_than);
  Result<void> finish();  // after the last family: how many mistakes there are of each kind

 private:
  void count(const std::string& mistakes);

  RowFile sightings_, identities_, households_, relations_, people_, loads_, missing_, mistakes_;
  std::map<std::string, std::int64_t, std::less<>> counts_;                  // by mistake
  std::set<std::tuple<std::string_view, std::string, std::uint64_t>> told_;  // of this family
};

}  // namespace hearth
