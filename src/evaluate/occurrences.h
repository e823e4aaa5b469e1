// The records of one subject that a selector may pick, as stretches of days.
#pragma once

#include <vector>

#include "evaluate/evidence.h"
#include "evaluate/subject.h"

namespace hearth {

// A record as far as it concerns the subject. For a family, a person's record counts while they are
// a member: an event on a day of membership, a spell for the part of it that lies in the
// membership.
struct Occurrence {
  Date start;
  Date end;          // kForever while open
  Date sure_end;     // an open spell surely stands only to the last covered day
  bool sure;         // every test of `where` is known to hold; else it may hold
  std::size_t pick;  // which of the selector's picks
  DaySpan when;      // the days from which the pick's dated tests hold
  RecordRef record;
  bool resumes;  // a part of a record that began before this membership, perhaps in an earlier one
};

// In order of start, then lineage.
std::vector<Occurrence> occurrences(const Selector& records, const Subject& subject);

// The same into `found`, in place of what was there.
void find_occurrences(const Selector& records, const Subject& subject,
                      std::vector<Occurrence>& found);

// Whether the subject has any row at all of the selector's types, before any test.
bool has_rows(const Selector& records, const Subject& subject);

// Whether a row passes the tests of a pick: unknown where a field it needs is not known.
Truth passes(const RecordTable& table, std::uint32_t row, const Pick& pick);

// Whether a statement says neither which need it is about nor its topic.
bool names_no_need(const RecordTable& table, std::uint32_t row, const RecordType& statement);

const RecordTable& table_of(const Facts& facts, RecordRef record);

}  // namespace hearth
