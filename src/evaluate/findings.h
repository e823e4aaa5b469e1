// A course as it stands on one day.
#pragma once

#include "evaluate/basis.h"
#include "evaluate/finding.h"
#include "evaluate/subject.h"

namespace hearth {

// The memo, of the family under Carry::Counted, may be null.
Finding finding_on(const Basis& basis, FamilyId family, CriterionId criterion, const Course& course,
                   Date on, Memo* memo);

}  // namespace hearth
