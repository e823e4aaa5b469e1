// `on R`: whether a spell covers the day, or the standing reading is as asked.
#pragma once

#include "evaluate/subject.h"
#include "timeline/timeline.h"

namespace hearth {

Timeline on_line(const On& node, const Subject& subject);

// Yes on the days on which every type of the selector is covered, else no.
Timeline covered_line(const Selector& records, const Subject& subject);

}  // namespace hearth
