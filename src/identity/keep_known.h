// Makes of rows that were just looked at what is kept of them in `links/`.
#pragma once

#include "identity/find_likely.h"
#include "link/lasting_people.h"

namespace hearth::identity {

// Rows that follow those known, and what they say, with the counts that the model has of it.
KeysContent content_of(const link::Sightings& sightings, const KnownRows& known);

// Then what was found out of them; `first` is the first of the rows.
void put_keys(const RuleKeys& keys, RowId first, KeysContent& content);
void put_pairs(const FoundPairs& found, KeysContent& content);
void put_groups(const std::vector<RowGroup>& groups, RowId first, KeysContent& content);
void put_people(const link::LastingPeople& people, RowId first, KeysContent& content);

// Writes what is known of the loads from one to another, taking up files that are not much larger.
// Files of other loads are left alone.
Result<void> write_known(const std::filesystem::path& folder, const KnownRows& known, KeysOf of,
                         KeysContent content);
// Removes what `known` does not need.
void sweep_links(const std::filesystem::path& folder, const std::vector<std::string>& needed);

}  // namespace hearth::identity
