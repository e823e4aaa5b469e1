// Families as the casebook keeps them: what was formed becomes its rows, and its rows what must
// last of them, what `explain` tells and what questions go by.
#pragma once

#include <optional>
#include <vector>

#include "casebook/family_book.h"
#include "families/families_folder.h"
#include "store/families.h"
#include "store/store.h"

namespace hearth::membership {

// In order of ids. What replaced ids that are families no more is an event of that day.
std::vector<FamilyEntry> entries_of(const families::Told& told, const families::Families& formed,
                                    const std::vector<families::FamiliesBefore::Past>& replaced,
                                    Date day);

families::FamiliesBefore before_of(const std::vector<FamilyEntry>& entries);

// The last run that counts for a question about what was known by that day, and its families when
// they are asked for. The store must outlive it.
struct FamiliesThen {
  std::optional<FamilyRunEntry> run;
  FamilySource source;
};
Result<FamiliesThen> families_on(Store& store, const AsKnown& known);

// With reasons and history, without births. An Error where none were formed by then.
Result<families::KeptFamilies> kept_families(Store& store, const AsKnown& known);

Error never_formed();

}  // namespace hearth::membership
