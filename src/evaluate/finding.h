// The answer: the status of one criterion for one family, on every day and on one day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "timeline/timeline.h"

namespace hearth {

// Design 5.3.
enum class Status : std::uint8_t { None, Need, Progress, Achieved, Lapsed, Unknown, NotApplicable };

std::string_view to_text(
    Status status);  // none need progress achieved lapsed unknown not_applicable

// A person in need, and the first day the entry rule held for them.
struct InNeed {
  PersonId person;
  Date since;
};

// One criterion for one family over all days from the family's start.
//
// Entry is judged from start to closure. Before the need began the status is none where the entry
// rule was no on every day since start, and unknown from the first day on which it was unknown.
// From the day the need began the outcome decides. Days before the start have status none.
struct Course {
  Steps<Status> status;
  Timeline entry;  // as the rule reads on each day; only the days from start to closure decide
  std::optional<Date> need_since;  // the first day from start to closure on which entry is yes
  std::vector<InNeed> in_need;     // each from the day they came to be
  Timeline outcome;                // anchored at need_since; always unknown if there is none
  Timeline sooner;                 // the criterion's `or C`; no on every day without one
  Timeline sustained;              // yes once the outcome has lasted long enough, or stands sooner
};

// A course as it stands on one day.
struct Finding {
  FamilyId family;
  CriterionId criterion;
  Status status = Status::None;
  Date status_since;                   // first day of the run of this status
  std::optional<Date> need_since;      // if on or before the day
  std::optional<Date> improved_since;  // while the outcome stands: since when
  std::optional<Date> achieved_since;  // while achieved: since when
  // The first day the outcome could be claimed: the day it was achieved, or, in progress, the day
  // it will be if the outcome goes on standing and the closing date is known.
  std::optional<Date> first_claimable;
  bool provisional = false;          // rests on carried coverage
  std::vector<std::string> settles;  // when unknown: the least that would decide it
};

}  // namespace hearth
