// What the runs of the linker left behind, for whoever asks about people and adds no rows: the
// model in use, the rows it knows, and everything that was decided.
#pragma once

#include <set>

#include "casebook/people_book.h"
#include "identity/learnt.h"
#include "identity/said_pairs.h"
#include "link/lasting_people.h"
#include "links/known_rows.h"
#include "links/value_counts.h"
#include "store/store.h"

namespace hearth::identity {

struct LinkedState {
  std::vector<LoadEntry> loads;  // of the store, also those no run has looked at
  LinkRunEntry last;
  Learnt learnt;
  links::KnownRows known;
  links::ValueCounts counts;
  std::vector<PersonEventEntry> decisions;
  std::vector<SaidPair> said;
};

// Fails where nobody was linked, and where `links/` is not what it should be.
Result<LinkedState> linked_state(Store& store);

// These people, and those that decisions tie to them, with all their rows.
link::LastingPeople people_tied_to(const LinkedState& state, const std::set<std::string>& ids);
// The same of the people these sightings are of.
link::LastingPeople people_around(const LinkedState& state,
                                  const std::vector<SightingPlace>& places);
// Whom a sighting was found to be of, if it was linked.
std::optional<std::string> found_as(const links::KnownRows& known, const SightingPlace& place);

}  // namespace hearth::identity
