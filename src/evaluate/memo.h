// What was already worked out of one family, so that what several criteria ask for, or both a rule
// and its people in need, is worked out once.
//
// Only what stands by itself is kept (ConditionBrief, NumberBrief): not what depends on the need of
// one criterion. A memo is for one family at a time and one carry, and belongs to one thread.
#pragma once

#include <optional>
#include <vector>

#include "evaluate/basis.h"
#include "evaluate/kept.h"
#include "evaluate/measure.h"
#include "evaluate/occurrences.h"
#include "evaluate/people.h"
#include "timeline/timeline.h"

namespace hearth {

class Memo {
 public:
  explicit Memo(const Basis& basis);

  // Turns to a family. What is kept is right on the days of `asked`, and changes on no others.
  void begin(FamilyId family, DaySpan asked = kAlways);
  DaySpan asked() const { return asked_; }
  FamilyId family() const { return family_; }

  // What `fill` puts there, asked once for each slot.
  template <typename Fill>
  const Timeline& condition(const ConditionBrief& brief, std::size_t slot, Fill fill) {
    return conditions_.get(slot, *brief.kept_as, fill);
  }
  template <typename Fill>
  const NumberLine& number(const NumberBrief& brief, std::size_t slot, Fill fill) {
    return numbers_.get(slot, *brief.kept_as, fill);
  }
  template <typename Fill>
  const std::vector<Occurrence>& records(const NumberBrief& brief, std::size_t slot, Fill fill) {
    return records_.get(slot, *brief.records_kept_as, fill);
  }
  template <typename Fill>
  const TermSums& term_sums(MeasureId measure, std::size_t slot, Fill fill) {
    return term_sums_.get(slot, measure.index, fill);
  }
  // The people of the kind and age the quantifier speaks of, whatever else it asks.
  const std::vector<Counted>& counted(const Who& who);

  // Where a person's things are kept, of those who were ever members; the family's are in slot 0.
  std::size_t slot_of(PersonId person) const;

 private:
  const Basis& basis_;
  FamilyId family_;
  DaySpan asked_ = kAlways;
  std::vector<PersonId> people_;  // everybody ever a member, each once
  Kept<Timeline> conditions_;
  Kept<NumberLine> numbers_;
  Kept<std::vector<Occurrence>> records_;
  Kept<TermSums> term_sums_;
  Kept<std::vector<Counted>> counted_;
};

// The subject, asked about every day the memo is: what is kept serves others too.
inline Subject as_kept(Subject subject) {
  subject.asked = subject.memo->asked();
  return subject;
}

}  // namespace hearth
