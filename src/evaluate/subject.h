// For whom a condition is judged: a family, and within `any adult: …` one of its people, with the
// days the anchors stand for.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "evaluate/basis.h"
#include "evaluate/finding.h"
#include "evaluate/judge.h"

namespace hearth {

class Memo;  // memo.h

struct Subject {
  const Basis& basis;
  Carry carry;
  FamilyId family;
  CriterionId criterion;
  std::optional<Date> need;            // the day the need began, here
  const std::vector<InNeed>* in_need;  // once the need is known; may be null
  std::optional<PersonId> person;      // none: the family as a whole
  Memo* memo = nullptr;                // what was judged of this family before; may be null
  DaySpan asked = kAlways;             // lines need be right on these days alone
  std::size_t slot = 0;                // where the memo keeps what concerns this subject

  const Family& family_facts() const { return basis.facts.families[family.index]; }
  std::optional<Date> anchor(Anchor which) const;
  // The day the person came to be in need, if they are.
  std::optional<Date> in_need_since(PersonId who) const;
  Subject about(PersonId who) const;
  // Asks no more about days that cannot decide how things stand on `day` or later.
  void ask_from(Date day) { asked.from = std::max(asked.from, basis.looked_back_from(day)); }
  Subject as_family() const {
    Subject outer = *this;
    outer.person.reset();
    outer.slot = 0;
    return outer;
  }
};

}  // namespace hearth
