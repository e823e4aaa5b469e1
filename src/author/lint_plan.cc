#include "author/lint_plan.h"

#include "author/lint_passes.h"

namespace hearth {

Diagnostics lint_plan(const Plan& plan, const std::optional<Supply>& supply) {
  const WrittenCriteria written(plan);
  lint::Linting linting{plan, written, {}};
  lint::find_never(linting);
  lint::find_short_sustain(linting);
  lint::find_twins(linting);
  lint::find_nobody_asked(linting);
  if (supply) lint::find_unsupplied(linting, *supply);
  linting.found.sort();
  return std::move(linting.found);
}

}  // namespace hearth
