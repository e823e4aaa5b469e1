// How long a period is at least and at most, for comparing 26 weeks with 6 months: months and terms
// have no one length, so an answer is given only where every calendar agrees.
#pragma once

#include "base/period.h"

namespace hearth {

bool surely_shorter(Period a, Period b, int terms_a_year);
// Whether the one is no longer than the other, wherever both end.
bool surely_within(Period a, Period b, int terms_a_year);

}  // namespace hearth
