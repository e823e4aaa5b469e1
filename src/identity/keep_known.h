// Makes of rows that were just looked at what is kept of them in `links/`.
#pragma once

#include "identity/find_likely.h"
#include "link/lasting_people.h"

namespace hearth::identity {

// Rows that follow those known, and what they say, with the counts that the model has of it.
links::KeysContent content_of(const link::Sightings& sightings, const links::KnownRows& known);

// Then what was found out of them; `first` is the first of the rows.
void put_keys(const RuleKeys& keys, links::RowId first, links::KeysContent& content);
void put_pairs(const FoundPairs& found, links::KeysContent& content);
void put_people(const link::LastingPeople& people, links::RowId first, links::KeysContent& content);

}  // namespace hearth::identity
