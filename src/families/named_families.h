// The families that the council's own files name, joined with those that were formed: rule 24 of
// docs/families.md.
#pragma once

#include "families/family.h"

namespace hearth::families {

// Before lasting ids are given: a family that is a named one has its id, and whoever is named in it
// is a member.
void join_named_families(const Told& told, Families& formed);

}  // namespace hearth::families
