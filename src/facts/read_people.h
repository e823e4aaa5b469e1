// Reads the files `people`, `families` and `members`: who there is, and who lived with whom when.
#pragma once

#include "facts/facts_builder.h"
#include "facts/facts_file.h"

namespace hearth {

// `rows` takes the row of each person, by PersonId.
Result<void> read_people(FactsFile& file, FactsBuilder& builder, std::vector<std::int64_t>& rows);

// Families that work has not begun with: taken to have begun on `begin_on`, or where they were
// closed before it, on their last day. Without that day a start is needed.
struct NotStarted {
  std::optional<Date> begin_on;
  std::vector<FamilyId> families = {};  // in the order of their rows
};
Result<void> read_families(FactsFile& file, FactsBuilder& builder, NotStarted& not_started);

// Marks in `in_a_family`, by PersonId, who was ever a member of a family.
Result<void> read_members(FactsFile& file, FactsBuilder& builder, std::vector<bool>& in_a_family);

void note_people_in_no_family(FileAccount& people, const std::vector<std::int64_t>& rows,
                              const std::vector<bool>& in_a_family);

}  // namespace hearth
