// Trees → an immutable Plan, or every reason why there is none.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "language/plan.h"
#include "language/tree.h"

namespace hearth {

struct CheckedPlan {
  std::shared_ptr<const Plan> plan;  // null if there was an error
  Diagnostics diagnostics;           // of checking alone, in no order
};

// The plan's own document last, those it uses before it, each before those that use it.
CheckedPlan check_plan(const std::vector<const Tree*>& trees);

struct CheckedCatalogue {
  Catalogue catalogue;
  TermCalendar terms;
  Diagnostics diagnostics;
};

// For what needs the record types and no plan.
CheckedCatalogue check_catalogue(const std::vector<const Tree*>& trees);

}  // namespace hearth
