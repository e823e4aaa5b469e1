// A length of time as a plan writes it: days, weeks, calendar months, years or school terms.
//
// Months are calendar months clamped to the end of the month: 31 August less 6 months is 28
// February. Terms have no fixed length; they are resolved by a TermCalendar, so the functions here
// refuse them.
#pragma once

#include <string>

#include "base/date.h"

namespace hearth {

enum class Unit { Day, Week, Month, Year, Term };

struct Period {
  int count = 0;
  Unit unit = Unit::Day;

  bool operator==(const Period&) const = default;
};

std::string to_text(Period period);  // `6 months`, `1 week`

// `date` less or plus the period. kBeginning and kForever stay where they are. Not for terms.
Date minus(Date date, Period period);
Date plus(Date date, Period period);

// The first day d on which d − period ≥ day: the day a thing of `day` leaves the window (d − P, d].
// It is not simply day + P, because clamping makes several days share one day six months before.
Date leaves_window(Date day, Period period);

}  // namespace hearth
