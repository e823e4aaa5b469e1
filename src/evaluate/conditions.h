// A plan's conditions over time.
#pragma once

#include <vector>

#include "evaluate/memo.h"
#include "evaluate/people.h"
#include "evaluate/subject.h"
#include "timeline/timeline.h"

namespace hearth {

Timeline condition_line(ConditionId id, const Subject& subject);

// Calls f(person, counts) for each of the people a quantifier may speak of; `counts`: on which days
// it does, but for its `who` condition.
template <typename F>
void each_person(const Who& who, const Subject& subject, F f) {
  const auto each = [&](const std::vector<Counted>& people) {
    for (const auto& [person, days] : people) {
      if (!who.in_need())
        f(person, days);
      else if (const auto since = subject.in_need_since(person))
        f(person, both(days, yes_from(*since)));
    }
  };
  if (subject.memo) return each(subject.memo->counted(who));
  std::vector<Counted> people;
  find_counted(subject.basis.facts, subject.family, who, kAlways, people);
  each(people);
}

// The days on which a quantifier speaks of somebody, with its `who` condition.
Timeline applies_line(const Who& who, PersonId person, const Timeline& counts,
                      const Subject& subject);

// The subject inside the quantifier's body for one of its people.
Subject inner_subject(const Who& who, PersonId person, const Subject& subject);

}  // namespace hearth
