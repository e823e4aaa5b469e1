// The passes of lint_plan, each of which adds what it finds. Each has a file of its own.
#pragma once

#include "author/lint_plan.h"
#include "author/written_criteria.h"

namespace hearth::lint {

struct Linting {
  const Plan& plan;
  const WrittenCriteria& written;
  Diagnostics found;

  Place place(Span span) const { return place_in(*plan.source, span); }
};

void find_never(Linting& linting);
void find_short_sustain(Linting& linting);
void find_twins(Linting& linting);
void find_nobody_asked(Linting& linting);
void find_unsupplied(Linting& linting, const Supply& supply);

}  // namespace hearth::lint
