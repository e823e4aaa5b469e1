// What sightings say, in the agency's own words, for somebody who has to decide whose they are.
//
// Where somebody lives is shown of nobody whose address is protected, nor of anybody who lives at
// such an address: by any sighting of the person in the store, whenever it came.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "casebook/load_entry.h"
#include "identity/sighted_rows.h"

namespace hearth::identity {

// Columns of docs/sightings.md.
inline constexpr std::array<std::string_view, 14> kShown = {
    "feed", "role",       "forename", "middle_names", "surname", "former_surname", "birth_date",
    "sex",  "nhs_number", "upn",      "nino",         "address", "postcode",       "uprn"};

bool tells_where(std::string_view column);  // of them, or a field of the general model

struct ShownSighting {
  std::array<std::string, kShown.size()> values;
  bool hides_where = false;  // the values are here all the same
};

// `people`: the people the wanted sightings are of, with all their sightings.
Result<std::map<SightingPlace, ShownSighting>> shown_sightings(
    const Store& store, const std::vector<LoadEntry>& loads,
    const std::vector<std::pair<SightingPlace, std::string>>& people,
    const std::vector<SightingPlace>& wanted);

}  // namespace hearth::identity
