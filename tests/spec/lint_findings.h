// What lint finds odd about a spec's plan. It looks at feeds only where the spec holds one.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "language/plan.h"
#include "spec/spec_file.h"

namespace hearth {

std::vector<Diagnostic> lint_findings(const Spec& spec, const Plan& plan);

}  // namespace hearth
