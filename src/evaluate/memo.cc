#include "evaluate/memo.h"

#include <algorithm>

#include "evaluate/people.h"

namespace hearth {

Memo::Memo(const Basis& basis)
    : basis_(basis),
      conditions_(basis.kept.conditions),
      numbers_(basis.kept.numbers),
      records_(basis.kept.records),
      counts_as_(basis.whos.size()) {}

void Memo::begin(FamilyId family, DaySpan asked) {
  family_ = family;
  asked_ = asked;
  people_ = people_of(basis_.facts, family);
  const auto slots = people_.size() + 1;
  conditions_.begin(slots);
  numbers_.begin(slots);
  records_.begin(slots);
  counts_as_.begin(slots);
}

// 0 is the family; a person who was never a member is not asked about.
std::size_t Memo::slot_of(std::optional<PersonId> person) const {
  if (!person) return 0;
  return static_cast<std::size_t>(std::ranges::find(people_, *person) - people_.begin()) + 1;
}

const Timeline& Memo::counts_as(PersonId person, const Who& who) {
  return counts_as_.get(slot_of(person), basis_.who_index(who), [&] {
    const auto line = hearth::counts_as(basis_.facts, family_, person, who);
    return clipped(line, asked_.from, asked_.until);
  });
}

}  // namespace hearth
