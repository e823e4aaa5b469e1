// Whether a family meets a plan's `eligible` clause on a day, and how much is not known of it.
//
// A criterion counts as a need from the day its need was found, whatever has become of it since.
// A family that had not started by the day, or whose case was closed before it, is not eligible.
#pragma once

#include <vector>

#include "evaluate/finding.h"
#include "facts/facts.h"
#include "language/plan.h"
#include "timeline/truth.h"

namespace hearth {

bool open_on(const Family& family, Date day);

// Whether there is a need under a course on a day: yes from the day it was found.
Truth need_on(const Course& course, Date day);

struct NeedsFound {
  std::vector<CriterionId> needs;
  std::vector<CriterionId> unknown;  // for which the data cannot say
};

// Of a family's courses, by CriterionId.
NeedsFound needs_found(const std::vector<Course>& courses, Date day);

// Whether needs are as many as the plan asks for: unknown where it hangs on the unknown ones.
Truth enough(const Plan& plan, const NeedsFound& found);

}  // namespace hearth
