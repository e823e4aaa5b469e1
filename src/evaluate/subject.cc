#include "evaluate/subject.h"

#include <algorithm>

#include "evaluate/memo.h"

namespace hearth {

std::optional<Date> Subject::anchor(Anchor which) const {
  switch (which) {
    case Anchor::Need: return need;
    case Anchor::Start: return family_facts().started;
    case Anchor::Closure: return family_facts().closed;
    case Anchor::That:
    case Anchor::End: break;  // another day after each end: see ends.h
  }
  return std::nullopt;
}

Subject Subject::about(PersonId who) const {
  Subject inner = *this;
  inner.person = who;
  inner.slot = memo ? memo->slot_of(who) : 0;
  return inner;
}

std::optional<Date> Subject::in_need_since(PersonId who) const {
  if (!in_need) return std::nullopt;
  const auto found = std::ranges::find(*in_need, who, &InNeed::person);
  return found == in_need->end() ? std::nullopt : std::optional(found->since);
}

}  // namespace hearth
