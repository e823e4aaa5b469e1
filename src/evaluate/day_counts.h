// How many different days of a window are spent in a spell.
#pragma once

#include "evaluate/occurrences.h"
#include "evaluate/window_days.h"
#include "timeline/timeline.h"

namespace hearth {

NumberLine days_line(const std::vector<Occurrence>& found, const WindowDays& window,
                     const Steps<Frame>& frame);

}  // namespace hearth
