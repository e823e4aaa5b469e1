// Of what one record of an agency said of a person on one day, what the last load told: a corrected
// file that comes on the day of the wrong one takes its place.
#pragma once

#include <vector>

#include "families/told.h"

namespace hearth::families {

// All that one load told stands, and all that no load told. Puts them in order of people and days.
void keep_last_word(std::vector<ToldHome>& homes);

}  // namespace hearth::families
