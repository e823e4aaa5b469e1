// The folder that families are kept in: what was formed, why, what became of each family, and what
// people decided. docs/families.md has its files.
//
// It is written from what was formed and read back only for what must last: ids and decisions. It
// holds no name and no address.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "families/family.h"

namespace hearth::families {

inline constexpr const char* kDecisionsFile = "decisions.csv";

// What was there before: who was of which family, and every id there has ever been.
struct FamiliesBefore {
  std::map<std::string, std::set<std::string>, std::less<>> people_of;  // by family id
  struct Past {
    std::string family, day, event, other;
  };
  std::vector<Past> history;  // of every family
};

// Of one member, as the folder has it.
struct KeptMember {
  std::string family, person, role;
  std::string first, last;  // days; empty: always, still
  std::string resident, because, with, told_by;
};

struct KeptFamilies {
  std::vector<KeptMember> members;  // by family
  std::vector<FamiliesBefore::Past> history;
  std::map<std::string, Date> born;  // by person
};

// An Error where there is no such folder, or it is not as it was written.
Result<KeptFamilies> read_kept_families(const std::filesystem::path& folder);

// The members and births of a facts folder whose files end so, without reasons and history.
Result<KeptFamilies> read_members(const std::filesystem::path& facts, const std::string& ending);

Result<FamiliesBefore> read_families_before(const std::filesystem::path& folder);

struct FamiliesToWrite {
  const Told& told;
  const Families& formed;                             // with ids
  const std::vector<FamiliesBefore::Past>& replaced;  // of ids that are families no more
  std::optional<Date> started;                        // since when they are worked with
};

Result<void> write_families(const FamiliesToWrite& what, const std::filesystem::path& folder);

}  // namespace hearth::families
