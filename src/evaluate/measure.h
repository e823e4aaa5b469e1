// A measure over a window: the ratio of sums over all its records.
#pragma once

#include "evaluate/subject.h"
#include "timeline/timeline.h"

namespace hearth {

// In a window of terms, unknown unless every term has records of the subject whose bottom adds up
// to more than 0; in any other window, unless the records that lie wholly inside it do.
NumberLine measure_line(const MeasureIn& measure, const WindowDays& window, const Subject& subject);

}  // namespace hearth
