// Whether a family meets a plan's `eligible` clause on a day, and how much is not known of it.
//
// A criterion counts as a need from the day its need was found, whatever has become of it since.
// What is asked here leaves a case that has been closed open to be claimed; who is still to be
// looked at asks `open_on` too. Where the plan says `elsewhere counts once`, the needs found for
// one member alone, who lived elsewhere on the day they came to be in need, count together as one.
#pragma once

#include <span>
#include <vector>

#include "evaluate/finding.h"
#include "facts/facts.h"
#include "language/plan.h"

namespace hearth {

struct Eligible {
  Truth truth = Truth::No;             // unknown while those undecided could make it yes
  int counted = 0;                     // towards the clause: criteria, or headlines
  std::vector<CriterionId> needs;      // found by the day, in plan order
  std::vector<CriterionId> undecided;  // for which the data cannot say
};

bool open_on(const Family& family, Date day);  // started by then, and not closed before it

// Whether there is a need under a course on a day: yes from the day it was found.
Truth need_on(const Course& course, Date day);

// One course a criterion, by CriterionId.
Eligible eligible_on(const Plan& plan, const Facts& facts, FamilyId family,
                     std::span<const Course> courses, Date on);

}  // namespace hearth
