// A family's id lasts from one run to the next, and none is ever used again: rule 20 of
// docs/families.md.
#pragma once

#include "families/families_folder.h"

namespace hearth::families {

// Gives every family that has none its id. Answers the pasts of ids that no family has any more,
// each with what replaced it.
std::vector<FamiliesBefore::Past> give_lasting_ids(const Told& told, Families& formed,
                                                   const FamiliesBefore& before);

}  // namespace hearth::families
