// Daily marks: the registers of the school that made no census return of the last term, a row for
// each pupil, school day and session. A child's marks add up to its true sessions of the term.
#pragma once

#include <filesystem>

#include "simulate/truth_files.h"

namespace hearth {

class RegisterFiles {
 public:
  RegisterFiles(std::uint64_t seed, const MistakeRates& mistakes,
                const std::filesystem::path& folder, TruthFiles& truth);

  void add(const FamilyLife& family, TruthFiles& truth);
  Result<void> put_away(std::size_t more_than = 0) { return file_.put_away(more_than); }

 private:
  void add_pupil(const FamilyLife& family, const TrueRecord& attendance, TruthFiles& truth);

  Agency agency_;
  const CouncilTerm& term_;
  RowFile file_;
};

}  // namespace hearth
