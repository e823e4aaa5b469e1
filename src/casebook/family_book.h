// The tables of a casebook that say who is of which family: read as they stood after a run, and
// added to in one transaction. Nothing is ever changed or deleted.
//
// Who adds must hold the LoadingLock.
#pragma once

#include <functional>
#include <optional>

#include "casebook/as_known.h"
#include "casebook/casebook.h"
#include "casebook/family_entries.h"

namespace hearth {

class FamilyBook {
 public:
  explicit FamilyBook(Casebook& casebook) : session_(casebook.session()) {}

  // Nothing where families were never formed. Without its families and decisions.
  Result<std::optional<FamilyRunEntry>> last_run(const AsKnown& known = {});

  // Each run with all it wrote, in order, until one is not wanted any more.
  Result<void> each_run(const std::function<bool(const FamilyRunEntry& run)>& take);

  // Every family there has ever been, by id, as it stood after that run.
  Result<std::vector<FamilyEntry>> families(std::int64_t run);
  Result<std::vector<FamilyDecisionEntry>> decisions(std::int64_t run);  // up to that one, in order

  // The next run, sealed: all of it or nothing.
  Result<void> add(const FamilyRunEntry& run);

 private:
  Result<bool> there() { return session_.has_table("family_run"); }
  Result<void> make();
  Result<void> insert(const FamilyRunEntry& run);
  // What that run wrote, or what stood after it.
  enum class Which { Written, Standing };
  Result<std::vector<FamilyEntry>> read_families(std::int64_t run, Which which);
  Result<std::vector<FamilyDecisionEntry>> read_decisions(std::int64_t run, Which which);

  SqlSession& session_;
};

// Whether one run follows another as it should: what is wrong with the seals, a line each.
Result<std::vector<std::string>> broken_seals(FamilyBook& families);

}  // namespace hearth
