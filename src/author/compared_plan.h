// One of two plans that are compared: what its own clauses say, what its criteria stand on, and
// what its documents say of definitions.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "author/stands_on.h"
#include "author/written_rules.h"
#include "language/load_plan.h"

namespace hearth {

using UsedName = std::pair<PlanPart, std::string>;

// What criteria of a plan stand on, and which of them do.
struct Used {
  Declared declared;
  std::vector<std::string> by;  // refs, in the plan's order
};

struct ComparedPlan {
  explicit ComparedPlan(const LoadedPlan& loaded);  // without an error; must outlive this

  const Plan& plan;
  WrittenRules written;
  std::map<UsedName, Used> used;

  std::vector<Said> head() const;  // the clauses of the plan itself
  std::vector<std::string> users_of(const UsedName& name) const;
};

}  // namespace hearth
