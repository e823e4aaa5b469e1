// Finds the addresses at which more people live than any one household: rule 9 of docs/families.md.
#pragma once

#include "families/stays.h"

namespace hearth::families {

// The most people told at one address at one time who may be of one household.
inline constexpr int kMostInAHome = 12;

void find_crowded_places(Stays& stays);

// By place: whose stay, and which.
struct StayAt {
  PersonNumber person;
  std::size_t index;
};
std::vector<std::vector<StayAt>> stays_by_place(const Stays& stays);

}  // namespace hearth::families
