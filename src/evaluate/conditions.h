// A plan's conditions over time.
#pragma once

#include <vector>

#include "evaluate/memo.h"
#include "evaluate/people.h"
#include "evaluate/subject.h"
#include "timeline/timeline.h"

namespace hearth {

Timeline condition_line(ConditionId id, const Subject& subject);

// Who a quantifier speaks of, on every day: membership, kind, age and its `who` condition; for
// people in need, members from the day they came to be in need.
Timeline applies_line(const Who& who, PersonId person, const Subject& subject);

// Calls f for each of the people a quantifier may speak of.
template <typename F>
void each_person(const Who& who, const Subject& subject, F f) {
  if (who.in_need()) {
    if (!subject.in_need) return;
    for (const auto& one : *subject.in_need) f(one.person);
  } else if (subject.memo) {
    for (const auto person : subject.memo->people()) f(person);
  } else {
    for (const auto person : people_of(subject.basis.facts, subject.family)) f(person);
  }
}

// The subject inside the quantifier's body for one of its people.
Subject inner_subject(const Who& who, PersonId person, const Subject& subject);

}  // namespace hearth
