// What is missing where an answer is unknown, in words: a feed's days, a date, a row's field.
#pragma once

#include <string>
#include <vector>

#include "evaluate/evidence.h"
#include "evaluate/occurrences.h"
#include "evaluate/subject.h"

namespace hearth {

// The days of `wanted` that no stretch covers.
std::vector<Stretch> uncovered(const Stretch& wanted, const std::vector<Stretch>& covered);

// The coverage that an interval of days asks of each type of a selector; types that are always
// covered ask for none. An interval without a beginning begins on the first covered day.
std::vector<CoverageUsed> coverage_used(const Selector& records, const Interval& interval,
                                        const Subject& subject);

// `coverage of offence 2024-07-01 to 2024-09-30`, a line for each missing stretch.
void add_missing_coverage(std::vector<std::string>& settles, const std::vector<CoverageUsed>& used,
                          const Catalogue& catalogue);

// A window that is not there yet: `the closing date`, `terms of the calendar up to 2024-12-20`.
std::string missing_anchor(const Window& window, const Subject& subject, Date on);

// `role of domestic_incident, police.csv row 12`: fields not known that the tests of a pick need.
void add_missing_fields(std::vector<std::string>& settles, const Occurrence& uncertain,
                        const Selector& records, const Facts& facts);

// `P12`, or `the family` where no person is meant.
std::string subject_words(const Subject& subject);

void add_once(std::vector<std::string>& list, std::string text);

}  // namespace hearth
