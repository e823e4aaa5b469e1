// What can be said of a criterion before any family is looked at.
#pragma once

#include "evaluate/basis.h"

namespace hearth {

CriterionBrief brief_of(const Basis& basis, const Criterion& criterion);

}  // namespace hearth
