// Whether a number has changed as asked, and whether a validated score has improved.
#pragma once

#include "evaluate/subject.h"
#include "timeline/timeline.h"

namespace hearth {

Timeline change_line(const Change& node, const Subject& subject);
Timeline improves_line(const Improves& node, const Subject& subject);

// The most the later number may be (DownBy) or the least it must be (UpBy, UpByPoints) against an
// exact earlier one: a whole number for a reduction in counts.
double change_target(const Change& node, double earlier, bool whole_numbers);

// Whether a number comes in whole things: counts, days and sums of them.
bool in_whole_numbers(const Number& number);

// For a baseline of 0: whether the need was found on such records (design 5.2): the entry rule
// reads one of their types, and the subject had one by the day the need began.
bool need_found_on(const Change& node, const Subject& subject);

}  // namespace hearth
