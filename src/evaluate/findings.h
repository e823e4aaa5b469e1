// A course as it stands on one day.
#pragma once

#include "evaluate/basis.h"
#include "evaluate/finding.h"

namespace hearth {

Finding finding_on(const Basis& basis, FamilyId family, CriterionId criterion, const Course& course,
                   Date on);

}  // namespace hearth
