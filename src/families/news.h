// Which of the homes that were told of one person are news, and which an agency only repeats.
#pragma once

#include <span>

#include "families/stays.h"

namespace hearth::families {

// The stays of one person by their news alone; `told` is of that person, in order of days.
std::vector<Stay> stays_by_news(std::span<const ToldHome> told);

}  // namespace hearth::families
