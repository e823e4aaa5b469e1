// The two yearly returns about children, for years that end on 31 March: the children in need
// census as XML, in the form in force since 2022, and the looked-after children return as its
// tables of children and of episodes.
#pragma once

#include <deque>
#include <filesystem>

#include "simulate/truth_files.h"

namespace hearth {

class YearlyFiles {
 public:
  YearlyFiles(std::uint64_t seed, const MistakeRates& mistakes, const std::filesystem::path& folder,
              TruthFiles& truth);

  void add(const FamilyLife& family, TruthFiles& truth);
  Result<void> finish();  // after the last family
  Result<void> put_away(std::size_t more_than = 0);

 private:
  struct Year {
    int year;
    Date first;
    Date last;
    RowFile need, header, episodes, missing;
    std::int64_t children = 0;
  };

  void add_child_in_need(Year& year, const FamilyLife& family, std::size_t child,
                         TruthFiles& truth);
  void add_missing(Year& year, const FamilyLife& family, std::size_t child);
  void add_looked_after(Year& year, const FamilyLife& family, std::size_t child, TruthFiles& truth);

  Agency need_, care_;
  std::deque<Year> years_;
};

}  // namespace hearth
