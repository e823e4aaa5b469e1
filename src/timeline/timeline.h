// The algebra of conditions over time: what the connectives and `for` do to timelines.
#pragma once

#include <optional>

#include "base/period.h"
#include "base/term_calendar.h"
#include "timeline/bounds.h"
#include "timeline/steps.h"
#include "timeline/truth.h"

namespace hearth {

using Timeline = Steps<Truth>;
using NumberLine = Steps<Bounds>;

inline bool always(const Timeline& line, Truth value) {
  return line.constant() && line.initial() == value;
}

// Whether it has the value on some day.
inline bool ever(const Timeline& line, Truth value) {
  return line.initial() == value ||
         std::ranges::any_of(line.changes(), [&](const auto& c) { return c.value == value; });
}

// No before the day, yes from it on.
inline Timeline yes_from(Date day) {
  Timeline line(Truth::No);
  line.then(day, Truth::Yes);
  return line;
}

Timeline both(const Timeline& a, const Timeline& b);
Timeline either(const Timeline& a, const Timeline& b);
Timeline opposite(const Timeline& a);

// `C for P`: yes on d when C was yes on every day of (d − P, d], no when it was no on any of them.
// For n terms the days run from the first day of the first of the n latest ended terms to d;
// unknown while the calendar holds fewer than n ended terms.
Timeline lasting(const Timeline& condition, Period period, const TermCalendar& terms);

// Yes from the first day d on which all of (d − P, d] lies after `day`: for n terms, from the last
// day of the nth that starts after it, if the calendar holds it.
Timeline wholly_after(Date day, Period period, const TermCalendar& terms);

// `C for n of last m weeks`: weeks are the m blocks of 7 days that end on d; a week counts when C
// was yes on each of its days, and may count when it was no on none. A week in which C was about
// nobody does not count; when all of them were, the answer is about nobody too.
Timeline lasting_weeks(const Timeline& condition, int weeks_needed, int weeks_of);

// Within [first, last]: the first day the value holds; nullopt if it never does.
std::optional<Date> first_day(const Timeline& timeline, Truth value, Date first, Date last);

// The latest day on or before `day` from which the value has stood as it does on `day`, but not
// earlier than `first`.
Date standing_since(const Timeline& timeline, Date day, Date first);

}  // namespace hearth
