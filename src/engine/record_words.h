// A person and a record of the facts, in the words an explanation uses.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evaluate/evidence.h"
#include "facts/facts.h"

namespace hearth {

const RecordTable& table_of(const Facts& facts, const RecordRef& record);

// Of the fields that are known, their names and values: `possible` `120`. Texts are left out.
std::vector<std::pair<std::string, std::string>> known_fields(const Facts& facts,
                                                              const RecordRef& record);

// Of a term, the names of the figures that are not known; of other records none, because they may
// well have no such value.
std::vector<std::string> unknown_figures(const Facts& facts, const RecordRef& record);

// The person's part in the family on the day, or null if they are no member then.
const Member* member_on(const Facts& facts, FamilyId family, PersonId person, Date on);

std::string to_text(Role role);  // `parent`
std::optional<int> age_of(const Person& person, Date on);
std::string period_words(Date first, Date last);  // `2024-01-08 to 2024-07-19`, `up to …`
std::string number_words(double value);           // `3`, `12.5`

}  // namespace hearth
