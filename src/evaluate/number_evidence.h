// The evidence behind a number on a day: its value, the window's dates, the records in it, the
// coverage it leaned on, and what is missing where it is not exact.
#pragma once

#include "evaluate/evidence.h"
#include "evaluate/subject.h"
#include "evaluate/window_days.h"

namespace hearth {

struct NumberEvidence {
  Bounds value;
  std::string words;    // `2`, `at least 2`, `87.5%`, `not known`
  std::string working;  // of a measure: `(possible 250 - authorised 13) / possible 250`
  std::optional<Stretch> window;
  std::vector<RecordRef> records;
  std::vector<CoverageUsed> coverage;
  std::vector<std::string> settles;
};

NumberEvidence number_evidence(NumberId id, const Subject& subject, Date on,
                               const WindowDays* compared = nullptr);

std::string bounds_words(const Plan& plan, NumberId id, Bounds value);

}  // namespace hearth
