// Counts and sums over time: what a window holds on every day, as far as coverage lets it be told.
//
// Records weigh what a field of theirs says, or 1 each; a weight that is not known adds nothing for
// sure and anything at most. Where the window is not there, a total is from 0 to anything.
#pragma once

#include <vector>

#include "evaluate/occurrences.h"
#include "evaluate/window_days.h"
#include "timeline/timeline.h"

namespace hearth {

struct Summed {
  const std::vector<Occurrence>& found;
  const std::vector<double>& weights;  // one each, or empty: 1 each
  const WindowDays& window;
  const Steps<Frame>& frame;
  DaySpan asked;  // what is answered is right on these days
};

NumberLine sum_line(const Summed& summed);

// How the total compares with a limit. Quicker than comparing the line of the total: most of its
// changes make no difference.
Timeline compared_sum(const Summed& summed, Comparison comparison, Bounds limit);

}  // namespace hearth
