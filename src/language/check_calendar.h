// School terms of calendars and examples: each ends after it starts, none overlaps another.
#pragma once

#include "language/checking.h"

namespace hearth {

// A term of some document, kept with its place until all are known.
struct TermAt {
  const Tree* tree;
  const written::TermLine* line;
};

TermCalendar check_terms(Checking& checking, std::vector<TermAt> terms);

// The calendar items of all documents together.
void check_calendars(Checking& checking);

}  // namespace hearth
