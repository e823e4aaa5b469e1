// Who the sightings of a store are of, as questions need it: by the runs of the linker up to some
// day. Where nobody was linked people go by their agencies' numbers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "casebook/link_entries.h"

namespace hearth {

struct SightedPerson {
  SightingPlace place;
  std::string person;
};

struct Who {
  std::string seal;  // of the last run that counts
  std::vector<SightedPerson> people;
};

using WhoPointer = std::shared_ptr<const Who>;  // null: nobody was linked

}  // namespace hearth
