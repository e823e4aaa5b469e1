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
#include "evaluate/occurrences.h"
#include "timeline/timeline.h"

namespace hearth {

class Memo {
 public:
  explicit Memo(const Basis& basis);

  // Turns to a family. What is kept is right on the days of `asked`, and changes on no others.
  void begin(FamilyId family, DaySpan asked = kAlways);
  DaySpan asked() const { return asked_; }
  FamilyId family() const { return family_; }
  const std::vector<PersonId>& people() const { return people_; }  // everybody ever a member

  // What `make` answers, asked once for each person, or none for the family as a whole.
  template <typename Make>
  const Timeline& condition(const ConditionBrief& brief, std::optional<PersonId> person,
                            Make make) {
    return conditions_.get(slot_of(person), *brief.kept_as, make);
  }
  template <typename Make>
  const NumberLine& number(const NumberBrief& brief, std::optional<PersonId> person, Make make) {
    return numbers_.get(slot_of(person), *brief.kept_as, make);
  }
  template <typename Make>
  const std::vector<Occurrence>& records(const NumberBrief& brief, std::optional<PersonId> person,
                                         Make make) {
    return records_.get(slot_of(person), *brief.records_kept_as, make);
  }
  // Whether the person is of the kind and age the quantifier speaks of, whatever else it asks.
  const Timeline& counts_as(PersonId person, const Who& who);

 private:
  std::size_t slot_of(std::optional<PersonId> person) const;

  const Basis& basis_;
  FamilyId family_;
  DaySpan asked_ = kAlways;
  std::vector<PersonId> people_;
  Kept<Timeline> conditions_;
  Kept<NumberLine> numbers_;
  Kept<std::vector<Occurrence>> records_;
  Kept<Timeline> counts_as_;
};

}  // namespace hearth
