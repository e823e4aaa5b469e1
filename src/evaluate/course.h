// From a criterion's two rules to its course: when the need began and for whom, what has improved,
// what has lasted, and the status on every day.
#pragma once

#include <vector>

#include "evaluate/finding.h"
#include "evaluate/subject.h"

namespace hearth {

// The course, and the people in need with the day each came to be.
struct FullCourse {
  Course course;
  std::vector<InNeed> in_need;
};

// With a memo of the family under the same carry, what it holds is not judged again.
FullCourse full_course(const Basis& basis, FamilyId family, CriterionId criterion, Carry carry,
                       Memo* memo = nullptr);

// The sustained line of an outcome line (finding.h): yes once it has lasted as the criterion asks.
Timeline sustained_line(const Timeline& outcome, const Sustain& sustain, const Family& family,
                        Date need_since, const TermCalendar& terms);

// The subject of a family's conditions, before any need is known.
Subject family_subject(const Basis& basis, FamilyId family, CriterionId criterion, Carry carry);

}  // namespace hearth
