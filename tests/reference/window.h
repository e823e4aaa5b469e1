// The days a window stands for on a day, after lo and up to hi: (lo, hi].
#pragma once

#include <vector>

#include "reference/case.h"

namespace hearth::reference {

struct WindowDays {
  WindowKind kind = WindowKind::Ever;
  Date on;      // the day the question is asked
  Date lo, hi;  // (lo, hi]
  bool of_terms = false;
  std::vector<Term> terms;

  bool holds(Date day) const { return lo < day && day <= hi; }
  // Only `in next P` looks beyond the day itself.
  bool sees(Date start) const { return kind == WindowKind::Next || start <= on; }
};

// nullopt where the window's anchor has not happened by then, or the calendar lacks the terms.
// `that` is the day before the window compared, in a change.
std::optional<WindowDays> window_days(const Case& c, const Window& window, const Subject& subject,
                                      Date on, std::optional<Date> that = std::nullopt);

std::optional<Date> anchor_day(const Case& c, Anchor anchor, const Subject& subject, Date on,
                               std::optional<Date> that = std::nullopt);

// Whether everything of the type is known for the window.
bool whole(const Case& c, RecordTypeId type, const WindowDays& days);

}  // namespace hearth::reference
