// Forms families: who lives with whom on each day, followed through time. Rules 16 to 20 of
// docs/families.md say which family goes on as itself when one becomes two or two become one.
#pragma once

#include "families/family.h"

namespace hearth::families {

// In order of their first day, then of their members. They have no ids yet: see lasting_ids.h.
Families form_families(const Told& told);

}  // namespace hearth::families
