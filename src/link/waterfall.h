// Why two sightings are one person or are not, as a waterfall for the terminal: from the prior,
// field by field, to the odds.
//
// It names fields, levels and weights, and shows no value.
#pragma once

#include <string>

#include "link/link_people.h"

namespace hearth::link {

std::string waterfall(const Model& model, const Explained& explained);
std::string waterfall(const Prepared& prepared, RowNumber a, RowNumber b);

}  // namespace hearth::link
