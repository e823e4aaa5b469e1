// From a criterion's two rules to its course: when the need began and for whom, what has improved,
// what has lasted, and the status on every day.
#pragma once

#include <vector>

#include "evaluate/finding.h"
#include "evaluate/subject.h"

namespace hearth {

// With a memo of the family under the same carry, what it holds is not judged again. The status is
// right on the days the memo asks about, which must not begin after the family's start.
Course course_of(const Basis& basis, FamilyId family, CriterionId criterion, Carry carry,
                 Memo* memo);

// The sustained line of an outcome line (finding.h): yes once it has lasted as the criterion asks,
// and sooner where `sooner` holds.
Timeline sustained_line(const Timeline& outcome, const Timeline& sooner, const Sustain& sustain,
                        const Family& family, Date need_since, const TermCalendar& terms);

// The subject of a family's conditions, before any need is known.
Subject family_subject(const Basis& basis, FamilyId family, CriterionId criterion, Carry carry,
                       Memo* memo);

}  // namespace hearth
