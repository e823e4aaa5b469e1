// What is the same for every family: the plan and the facts, and everything about time that depends
// on them alone. Made once by a Judge, never changed, read by all threads.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/term_calendar.h"
#include "evaluate/judge.h"
#include "evaluate/window_days.h"
#include "facts/facts.h"
#include "language/plan.h"
#include "timeline/timeline.h"

namespace hearth {

// A set of record types, one bit each.
class TypeSet {
 public:
  explicit TypeSet(std::size_t types = 0) : words_((types + 63) / 64) {}
  void add(RecordTypeId type) { words_[type.index / 64] |= bit(type); }
  bool holds(RecordTypeId type) const { return (words_[type.index / 64] & bit(type)) != 0; }
  void add(const TypeSet& other);
  bool meets(const TypeSet& other) const;

 private:
  static std::uint64_t bit(RecordTypeId type) { return std::uint64_t{1} << (type.index % 64); }
  std::vector<std::uint64_t> words_;
};

// What is known beforehand of one criterion.
struct CriterionBrief {
  TypeSet entry_types;  // record types its need clause reads
  // The greatest its entry can be, day by day, for a family that has no record of those types:
  // where it is no, the family need not be looked at. Yes on every day where that cannot be said.
  std::array<Timeline, 2> entry_without_records;  // by Carry
  // Before this day no answer can lean on carried coverage: none of its types' is carried so far.
  Date carry_matters_from = kForever;
  double ref_text = 0;              // the ref as an index of Facts::texts, or kNotKnown
  std::vector<double> topic_codes;  // of statement.topic
  // The quantifiers of its entry whose people come to be in need: `any` and `every`, wherever they
  // stand but under a `not` or a `no`.
  std::vector<ConditionId> in_need_by;
};

// What is known beforehand of a number; window and frame if its window needs no anchor.
struct NumberBrief {
  Selector reads;  // the records it rests on: its own, or all of a measure's type
  // Where a Memo keeps it and the records it reads, shared by all that say the same; none where
  // they depend on the need of one criterion.
  std::optional<std::size_t> kept_as;
  std::optional<std::size_t> records_kept_as;
  std::optional<WindowDays> window;
  Steps<Frame> frame;  // of its records in that window
};

// What is known beforehand of a condition.
struct ConditionBrief {
  // Where a Memo keeps it, shared by all that say the same; none where it reads a need, and so may
  // differ between criteria for one subject.
  std::optional<std::size_t> kept_as;
  // What it is for a subject without a record of the types it counts, if that can be said.
  std::optional<Timeline> without_records;
  // Compares a count or sum that no other condition speaks of, so that its own line is not wanted.
  bool only_compared = false;
};

// How far a `for P` reaches back for what its condition was: days, and before those whole terms.
struct LookBack {
  int days = 0;
  int terms = 0;
};

// How many different things a Memo may keep.
struct KeptCount {
  std::size_t conditions = 0;
  std::size_t numbers = 0;
  std::size_t records = 0;
};

struct Basis {
  Basis(const Plan& p, const Facts& f, std::vector<FamilyId> without_start = {});

  const Plan& plan;
  const Facts& facts;
  const TermCalendar& terms;  // the facts' own, or else the plan's

  // Covered stretches by Carry, then RecordTypeId.
  std::array<std::vector<std::vector<Stretch>>, 2> covered;
  bool carries = false;                             // whether any record type's coverage is carried
  std::vector<NumberLine> parameters;               // by ParameterId
  std::array<std::vector<NumberBrief>, 2> numbers;  // by Carry, then NumberId
  std::array<std::vector<ConditionBrief>, 2> conditions;  // by Carry, then ConditionId
  std::vector<CriterionBrief> criteria;                   // by CriterionId
  std::vector<RecordTypeId> entry_types;                  // those the entry of any criterion reads
  std::vector<MeasureId> adds_up;   // by MeasureId: the first one that adds up the same
  std::vector<std::uint32_t> whos;  // a code for each kind and ages the plan asks for
  KeptCount kept;
  LookBack looks_back;                // of the plan's rules
  std::vector<FamilyId> not_started;  // in order

  bool has_begun(FamilyId family) const { return !std::ranges::binary_search(not_started, family); }

  // The first day whose truths may decide the status on `day`.
  Date looked_back_from(Date day) const;

  std::size_t who_index(const Who& who) const;  // of its like in `whos`

  const std::vector<Stretch>& covered_of(RecordTypeId type, Carry carry) const {
    return covered[static_cast<std::size_t>(carry)][type.index];
  }
  const NumberBrief& brief(NumberId id, Carry carry) const {
    return numbers[static_cast<std::size_t>(carry)][id.index];
  }
  const ConditionBrief& brief(ConditionId id, Carry carry) const {
    return conditions[static_cast<std::size_t>(carry)][id.index];
  }
};

// The days on which the window of `records` is there and wholly covered for each of their types.
Steps<Frame> frame_of(const Basis& basis, const Selector& records, const WindowDays& window,
                      Carry carry);

// The plan's window of a number, if the number has one, and the records it reads.
const Window* window_of(const Number& number);
const Selector* records_of(const Number& number);

}  // namespace hearth
