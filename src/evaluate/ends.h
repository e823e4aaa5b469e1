// The days that stand for `end of …`: the last day of the latest of some spells that has ended.
//
// Such an anchor moves: it is another day after each end, and not known while a later end may have
// been missed. Whoever asks for windows hung on it gets one for each stretch of days.
#pragma once

#include <optional>
#include <vector>

#include "evaluate/evidence.h"
#include "evaluate/subject.h"

namespace hearth {

// From the first to before the last of these days, the latest end is `end`.
struct LatestEnd {
  DaySpan days;
  Date end;
  RecordRef record;  // one of those that ended then
};

// In order; on other days there is none that is known. A spell that a person brought into the
// family or took out of it ends for the family only if they were a member on its last day.
std::vector<LatestEnd> latest_ends(const Selector& ended, const Subject& subject);

std::optional<LatestEnd> latest_end_on(const Selector& ended, const Subject& subject, Date on);

// The day a window hangs on, for a question asked about a day.
std::optional<Date> anchor_on(const Window& window, const Subject& subject, Date on);

// Adds to a line what `of_days` says on some days, and after them `otherwise`. The line must say
// nothing from the first of them on.
template <typename T>
void add_days(Steps<T>& line, DaySpan days, const Steps<T>& of_days, const T& otherwise) {
  if (days.empty()) return;
  const auto within = clipped(of_days, days.from, days.until);
  line.then(days.from, within.initial());
  for (const auto& change : within.changes()) line.then(change.from, change.value);
  if (days.until < kForever) line.then(days.until, otherwise);
}

// What would tell the latest end on the day: a record's field, coverage, or an end.
std::vector<std::string> missing_end(const Selector& ended, const Subject& subject, Date on);

}  // namespace hearth
