// Made-up people's names: common forenames and surnames of the larger groups of name origin among
// families in England, and surnames put together from syllables.
//
// The groups exist so that linking can be measured for each of them: names of some origins are
// spelt in more ways, shared by more people or entered the wrong way round more often than others.
// Shares and sources are in docs/synthetic-council.md. No list holds a forename with its surname.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "simulate/random.h"

namespace hearth {

enum class NameOrigin { British, EasternEuropean, Muslim, Indian, African, Chinese };
inline constexpr std::size_t kNameOrigins = 6;

std::string_view to_text(NameOrigin origin);
NameOrigin pick_origin(Random& chance);

std::string make_forename(NameOrigin origin, bool female, Random& chance);
std::string make_surname(NameOrigin origin, Random& chance);
std::string make_street(Random& chance);
std::string make_town(Random& chance);

// What the bearer of a forename is also called, or empty: `Kate` for `Katherine`.
std::string_view nickname(std::string_view forename);

}  // namespace hearth
