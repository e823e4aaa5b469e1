// The termly school census as three files a term: pupils on roll, their absences by reason, and
// suspensions and exclusions, in the columns of a real extract.
#pragma once

#include <deque>
#include <filesystem>

#include "simulate/truth_files.h"

namespace hearth {

class CensusFiles {
 public:
  CensusFiles(std::uint64_t seed, const MistakeRates& mistakes, const std::filesystem::path& folder,
              TruthFiles& truth);

  void add(const FamilyLife& family, TruthFiles& truth);
  Result<void> put_away(std::size_t more_than = 0);

 private:
  struct Term {
    const CouncilTerm& term;
    RowFile pupils, sessions, suspensions;
  };

  void add_pupil(Term& files, const FamilyLife& family, const TrueRecord& attendance,
                 TruthFiles& truth);
  void add_sessions(Term& files, const std::string& key, int authorised, int unauthorised);
  void add_suspensions(Term& files, const FamilyLife& family, std::size_t child,
                       const std::string& key);

  Agency agency_;
  std::deque<Term> terms_;
};

}  // namespace hearth
