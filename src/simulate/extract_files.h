// The two family-context extracts, as they are shared between councils: one row for each child
// known to the education service, and for each known to social care, with the last involvement.
#pragma once

#include <filesystem>

#include "simulate/truth_files.h"

namespace hearth {

class ExtractFiles {
 public:
  ExtractFiles(std::uint64_t seed, const MistakeRates& mistakes,
               const std::filesystem::path& folder, TruthFiles& truth);

  void add(const FamilyLife& family, TruthFiles& truth);
  Result<void> put_away(std::size_t more_than = 0);

 private:
  struct Extract {
    std::string_view feed;
    Agency agency;
    RowFile file;
  };
  // `more` are the columns between the involvement and the days, which differ.
  void add_child(Extract& extract, const FamilyLife& family, const TrueRecord& last,
                 std::span<const std::string_view> more, TruthFiles& truth);

  Extract education_, care_;
};

}  // namespace hearth
