// What the reference evaluator is asked about: one criterion for one family, and how coverage is
// read. The evaluator beside this file answers one day at a time, straight from the definitions, as
// slowly and plainly as it can: it shares no code with src/evaluate but the algebra of
// src/timeline.
#pragma once

#include <optional>

#include "evaluate/judge.h"

namespace hearth::reference {

struct Case {
  const Plan& plan;
  const Facts& facts;
  FamilyId family;
  CriterionId criterion;
  Carry carry = Carry::Counted;

  const Criterion& rule() const { return plan[criterion]; }
  const Family& about() const { return facts.families[family.index]; }
  // A facts folder's own calendar comes first.
  const TermCalendar& terms() const { return facts.terms.empty() ? plan.terms : facts.terms; }
};

// Who a condition is judged for: a person, or the family with all its records together; and the day
// the need began for them, if it did.
struct Subject {
  std::optional<PersonId> person;
  std::optional<Date> need;

  auto operator<=>(const Subject&) const = default;
};

}  // namespace hearth::reference
