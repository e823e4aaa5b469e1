// The records a rule may read about a subject, and how surely each of them is one it asks for.
#pragma once

#include <vector>

#include "reference/window.h"

namespace hearth::reference {

// Days on which a record stands: surely up to sure_end, possibly up to end. A spell still open is
// sure only as far as its type is covered.
struct Stand {
  Date start, end, sure_end;
};

struct SeenRecord {
  RecordTypeId type;
  const RecordTable* table = nullptr;
  std::uint32_t row = 0;
  Truth match = Truth::Unknown;  // never No
  std::size_t pick = 0;          // the first it may match
  std::vector<Stand> stands;     // one, or for a family one for each stretch of membership

  double field(FieldId id) const { return table->fields[id.index][row]; }
  bool later_than(const SeenRecord& other, Date start, Date other_start) const;
  bool possibly_on(Date day) const;
  bool surely_on(Date day) const;
  bool possibly_in(const WindowDays& days) const;
  bool surely_in(const WindowDays& days) const;
};

// The days on which somebody is a member, without those after their death. Two memberships without
// a day between them are one stretch.
std::vector<Stretch> membership(const Case& c, PersonId person);

// Every record about the subject, of any of the types picked, that may match. A person: their own,
// and for statements about this need the family's too. A family: its own and its members', each
// while they were members.
std::vector<SeenRecord> records(const Case& c, const Subject& subject, const Selector& selector,
                                Date on);

// Every record of one type about the subject, matching or not.
std::vector<SeenRecord> records(const Case& c, const Subject& subject, RecordTypeId type,
                                bool with_the_familys);

// How well a record passes a selector's tests on a day.
Truth match(const Case& c, const Selector& selector, const SeenRecord& record, Date on);

// The record with the greatest start (then lineage) among those for which `wanted` holds of record
// and start, or none.
template <typename F>
const SeenRecord* latest(const std::vector<SeenRecord>& all, F wanted) {
  const SeenRecord* best = nullptr;
  Date best_start;
  for (const auto& record : all) {
    for (const auto& stand : record.stands) {
      if (!wanted(record, stand.start)) continue;
      if (best && !record.later_than(*best, stand.start, best_start)) continue;
      best = &record;
      best_start = stand.start;
    }
  }
  return best;
}

}  // namespace hearth::reference
