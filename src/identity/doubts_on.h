// The doubtful links there were on a day, as questions go by them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casebook/people_book.h"
#include "store/store.h"
#include "store/who.h"

namespace hearth::identity {

struct DoubtOn {
  std::int64_t event = 0;
  Date day;
  std::string found_as;             // whom the sightings were found to be of
  std::string person;               // who that is by now
  std::vector<SightingPlace> rows;  // those that are still of that person
  std::string because;
};

// By the runs and decisions up to the day, or all; nothing where nobody was linked by then.
Result<std::optional<std::vector<DoubtOn>>> doubts_on(Store& store, const AsKnown& known);

// The same people, but that doubtfully linked sightings are of somebody else each: of
// `P000000003~6`, by the event. No person has such an id.
WhoSource without_doubtful(WhoSource who, const std::vector<DoubtOn>& doubts);
inline constexpr char kPartMark = '~';

}  // namespace hearth::identity
