// What a rule stands on without saying it: the parameters, measures, instruments and record types
// it names, and the school terms it counts in. When one of them changes, the rule means something
// else in the same words.
#pragma once

#include <vector>

#include "author/difference.h"
#include "language/plan.h"

namespace hearth {

struct Declared {
  PlanPart part = PlanPart::Parameter;
  std::string name;
  std::vector<Said> said;  // clause by clause

  bool operator==(const Declared&) const = default;
};

Declared declared(const Plan& plan, const Parameter& parameter);
Declared declared_calendar(const Plan& plan);

// In order of part and name, each once.
std::vector<Declared> stands_on(const Plan& plan, ConditionId id);

}  // namespace hearth
