#include "evaluate/memo.h"

#include <algorithm>

namespace hearth {

Memo::Memo(const Basis& basis)
    : basis_(basis),
      conditions_(basis.kept.conditions),
      numbers_(basis.kept.numbers),
      records_(basis.kept.records),
      term_sums_(basis.plan.catalogue.measures.size()),
      counted_(basis.whos.size()) {}

void Memo::begin(FamilyId family, DaySpan asked) {
  family_ = family;
  asked_ = asked;
  find_people(basis_.facts, family, people_);
  const auto slots = people_.size() + 1;
  conditions_.begin(slots);
  numbers_.begin(slots);
  records_.begin(slots);
  term_sums_.begin(slots);
  counted_.begin(1);
}

std::size_t Memo::slot_of(PersonId person) const {
  return static_cast<std::size_t>(std::ranges::find(people_, person) - people_.begin()) + 1;
}

const std::vector<Counted>& Memo::counted(const Who& who) {
  return counted_.get(0, basis_.who_index(who), [&](std::vector<Counted>& people) {
    find_counted(basis_.facts, family_, who, asked_, people);
  });
}

}  // namespace hearth
