// Who the sightings of a store are of, as questions need it: by the runs of the linker up to some
// day. Where nobody was linked people go by their agencies' numbers.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "casebook/link_entries.h"

namespace hearth {

struct SightedPerson {
  SightingPlace place;
  std::string person;
};
using SightedPeople = std::vector<SightedPerson>;

// Read only where a view has to be made.
struct WhoSource {
  std::string seal;  // of the last run that counts; empty: nobody was linked
  std::function<Result<SightedPeople>()> read;
  std::function<Result<std::vector<std::string>>()> doubtful = {};  // people linked doubtfully
};

}  // namespace hearth
