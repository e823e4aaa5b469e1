// In which role each member is of a family: rules 21 to 23 of docs/families.md.
#pragma once

#include "families/family.h"
#include "families/stays.h"
#include "families/ties.h"

namespace hearth::families {

void give_roles(const Told& told, const Stays& stays, const Ties& ties,
                std::vector<Family>& families);

}  // namespace hearth::families
