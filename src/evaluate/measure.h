// A measure over a window: the ratio of sums over all its records.
#pragma once

#include "evaluate/occurrences.h"
#include "evaluate/window_days.h"
#include "timeline/short_list.h"
#include "timeline/timeline.h"

namespace hearth {

struct Ratio {
  double top = 0;
  double bottom = 0;  // not known if any field it needs is not
};

// The sums over each term of a calendar, in its order.
using TermSums = ShortList<Ratio, 16>;

// `found`: all records of the measure's type that concern the subject, here and below.
TermSums sums_of_terms(const Measure& measure, const std::vector<Occurrence>& found,
                       const Facts& facts, std::span<const Term> terms);
// The same of a person, whose own rows they are.
TermSums sums_of_terms(const Measure& measure, const RecordTable& table, PersonId person,
                       std::span<const Term> terms);

// Over a window of ended terms: unknown unless every term has records whose bottom adds up to more
// than 0. `sums` are of `terms`, those of the window's calendar. Right on the days of `asked`.
NumberLine measure_line(const TermSums& sums, std::span<const Term> terms, const WindowDays& window,
                        DaySpan asked);

// Over any window: in one of terms the same, in any other unknown unless the bottoms of the records
// that lie wholly inside it add up to more than 0.
NumberLine measure_line(const Measure& measure, const std::vector<Occurrence>& found,
                        const WindowDays& window, const Facts& facts);

}  // namespace hearth
