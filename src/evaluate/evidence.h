// Why a finding is what it is, as a value: text, JSON and pages are renderings of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "evaluate/finding.h"
#include "facts/facts.h"
#include "timeline/timeline.h"

namespace hearth {

// A row of a RecordTable.
struct RecordRef {
  RecordTypeId type;
  enum class Of { People, Families } of = Of::People;
  std::uint32_t row = 0;

  bool operator==(const RecordRef&) const = default;
};

// The coverage a part of a rule leaned on: the days it wanted, and those of them nobody covers.
struct CoverageUsed {
  RecordTypeId type;
  Stretch wanted;
  std::vector<Stretch> missing;
};

// One part of a rule, judged for one subject on one day.
struct Evidence {
  std::string words;  // of the plan, e.g. `attendance in last 2 terms < 90%`
  Truth truth = Truth::Unknown;
  std::optional<PersonId> person;  // the person judged, where it changes from the part around it
  std::optional<Stretch> window;   // the dates the rule's window stands for on the day
  std::string numbers;             // what was compared: `87.5% against 90%`, `2, at most 1 wanted`
  std::string note;                // a reason in words, where the truth needs one
  std::vector<RecordRef> records;  // read and counted
  std::vector<CoverageUsed> coverage;
  std::vector<std::string> settles;  // of this part alone, when unknown
  std::vector<Evidence> parts;
};

struct Explanation {
  Finding finding;
  Date on;
  std::vector<PersonId> in_need;  // people in need on the day
  Evidence entry;                 // judged on the day the need began, or on `on`
  Date entry_on;
  std::optional<Evidence> outcome;  // judged on `on`, when there is a need
  std::optional<Evidence> sooner;   // the `or C` of its sustain clause
  std::optional<Evidence> alone;    // what it stands alone on
  std::vector<Evidence> supporting;
  std::string sustain;  // in words: what lasting means here and how far it has come
};

}  // namespace hearth
