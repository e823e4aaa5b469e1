// What the tables ask of intervals, said with timelines: each answer is made of both, either,
// opposite and compare, and of the days on which a timeline changes.
#pragma once

#include <vector>

#include "timeline/timeline.h"

namespace hearth::conformance {

// Yes from the start to the end, both included; unknown on the days that only may be inside.
Timeline interval(Bounds start, Bounds end);

// The first and the last day of an interval, as far as they are known.
Bounds start_of(const Timeline& line);
Bounds end_of(const Timeline& line);
Bounds width_of(const Timeline& line);
Bounds only_point_of(const Timeline& line);  // unknown if there are several

bool is_one_stretch(const Timeline& line);  // of yes, and no on every other day
std::vector<Timeline> stretches_of_yes(const Timeline& line);

Truth contains(const Timeline& line, Bounds point);
Truth same(const Timeline& a, const Timeline& b);
Truth overlaps(const Timeline& a, const Timeline& b);
Truth includes(const Timeline& a, const Timeline& b);
Truth before(const Timeline& a, const Timeline& b);
Truth on_or_before(const Timeline& a, const Timeline& b);
Truth meets_before(const Timeline& a, const Timeline& b);
Truth overlaps_before(const Timeline& a, const Timeline& b);
Truth overlaps_after(const Timeline& a, const Timeline& b);
Truth starts(const Timeline& a, const Timeline& b);
Truth ends(const Timeline& a, const Timeline& b);

}  // namespace hearth::conformance
