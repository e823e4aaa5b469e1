// A measure over a window: the ratio of sums over all its records.
#pragma once

#include "evaluate/occurrences.h"
#include "evaluate/window_days.h"
#include "timeline/timeline.h"

namespace hearth {

// `found`: all records of the measure's type that concern the subject. In a window of terms,
// unknown unless every term has records whose bottom adds up to more than 0; in any other window,
// unless the records that lie wholly inside it do. Right on the days of `asked`; in a window of
// terms only those are looked at.
NumberLine measure_line(const Measure& measure, const std::vector<Occurrence>& found,
                        const WindowDays& window, const Facts& facts, DaySpan asked);

}  // namespace hearth
