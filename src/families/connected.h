// People who have anything to do with one another: who ever shared a home, is related, or was
// decided about. What becomes of one such set of people can be worked out without any other.
#pragma once

#include <vector>

#include "families/stays.h"
#include "families/ties.h"

namespace hearth::families {

std::vector<std::vector<PersonNumber>> connected_people(const Told& told, const Stays& stays,
                                                        const Ties& ties);

}  // namespace hearth::families
