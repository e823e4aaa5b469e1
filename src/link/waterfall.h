// Why two sightings are one person or are not, as a waterfall for the terminal: from the prior,
// field by field, to the odds.
//
// It names fields, levels and weights, and shows no value.
#pragma once

#include <string>

#include "link/link_people.h"

namespace hearth::link {

// `0.8123 that they are one person; in bits: prior -13.20, forename exact +8.10, …`
std::string in_a_line(const Model& model, const Explained& explained);

std::string waterfall(const Model& model, const Explained& explained);
std::string waterfall(const Prepared& prepared, RowNumber a, RowNumber b);

}  // namespace hearth::link
