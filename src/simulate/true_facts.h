// The truth about a synthetic council as a facts folder: what hearth would know if every agency
// told everything, rightly and in time, and everybody were recognised.
#pragma once

#include <filesystem>
#include <map>
#include <string_view>

#include "base/result.h"
#include "simulate/life.h"
#include "simulate/row_file.h"

namespace hearth {

class TrueFacts {
 public:
  explicit TrueFacts(const std::filesystem::path& folder);  // which must be there

  void add(const FamilyLife& family);
  Result<void> put_away(std::size_t more_than = 0);

 private:
  RowFile& file_for(const Layout& layout);
  void add_record(const FamilyLife& family, const TrueRecord& record);

  std::filesystem::path folder_;
  RowFile people_, families_, members_;
  std::map<std::string_view, RowFile> records_;  // by type
};

// coverage.csv and terms.csv, which are the same for every council.
Result<void> write_true_calendar(const std::filesystem::path& folder);

}  // namespace hearth
