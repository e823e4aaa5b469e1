// A plan's numbers over time: counts, sums, days, latest values, measures, ages and parameters.
#pragma once

#include "evaluate/occurrences.h"
#include "evaluate/subject.h"
#include "timeline/timeline.h"

namespace hearth {

// The window of a number for a subject, unless it hangs on the end of records. `compared` is the
// window that `before that` looks back from; null outside a change.
WindowDays window_days(const Window& window, const Subject& subject,
                       const WindowDays* compared = nullptr);
// The same, as it stands for a question about one day, whatever it hangs on.
WindowDays window_days_on(const Window& window, const Subject& subject, Date on,
                          const WindowDays* compared = nullptr);

// Those of a subject: the memo's, or found for this once.
class Found {
 public:
  Found(NumberId id, const Subject& subject);
  Found(const Found&) = delete;
  operator const std::vector<Occurrence>&() const { return *found_; }

 private:
  const std::vector<Occurrence>* found_;
  std::vector<Occurrence> own_;
};

// The number on every day. Where its window is not there, a count or sum is from 0 to anything and
// any other number unknown.
NumberLine number_line(NumberId id, const Subject& subject, const WindowDays* compared = nullptr);

// How a count or sum compares with a limit on every day.
Timeline compared_total(NumberId id, const Subject& subject, Comparison comparison, Bounds limit);

}  // namespace hearth
