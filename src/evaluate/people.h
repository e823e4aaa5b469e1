// Who counts as whom, day by day: membership, adults and children, and the `who` of a quantifier.
#pragma once

#include <vector>

#include "evaluate/subject.h"
#include "evaluate/window_days.h"
#include "timeline/timeline.h"

namespace hearth {

struct Membership {
  PersonId person;
  DaySpan days;
};

// A family's memberships, those of one person that touch or overlap joined, each ended by death; in
// order of person, then day.
std::vector<Membership> memberships(const Facts& facts, FamilyId family);

// The family's people, each once, in the order of their memberships.
// Into `people`, in place of what was there.
void find_people(const Facts& facts, FamilyId family, std::vector<PersonId>& people);

// Whether the person is a member of the family and of the kind and age asked for, on every day; not
// the `who` condition.
Timeline counts_as(const Facts& facts, FamilyId family, PersonId person, const Who& who);

// Somebody a quantifier speaks of on some day, and on which.
struct Counted {
  PersonId person;
  Timeline days;
};

// Those of a family's people who are of the kind and age asked for on some day of `asked`, and on
// which days of it; not the `who` condition. Into `all`, in place of what was there.
void find_counted(const Facts& facts, FamilyId family, const Who& who, DaySpan asked,
                  std::vector<Counted>& all);

// The days on which a membership counts: up to the day somebody died.
DaySpan days_of(const Facts& facts, const Member& member);
Timeline during(DaySpan days);  // yes on those days

// A person's age in whole years on every day; −1 before birth, unknown without a birth date.
NumberLine age_line(const Person& person);

}  // namespace hearth
