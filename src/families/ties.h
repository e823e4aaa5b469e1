// Who is related to whom, as recorded, and what was decided of whom: found by person.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "families/family.h"

namespace hearth::families {

struct Tie {
  PersonNumber other = 0;
  Why why = Why::RelatedTo;  // what this person is of the other
  Relation relation = Relation::Relative;
  Date first = kBeginning, last = kForever;

  bool holds(Date on) const { return first <= on && on <= last; }
};

class Ties {
 public:
  explicit Ties(const Told& told);

  std::span<const Tie> of(PersonNumber person) const;
  std::span<const Decision> decisions(PersonNumber person) const;  // that name this person first
  bool decided(PersonNumber a, PersonNumber b, Ruling ruling, Date on) const;
  bool is_parent(PersonNumber parent, PersonNumber child, Date on) const;  // by birth, as recorded
  // The last decision on a pair stands; pairs in order.
  const std::vector<Decision>& standing() const { return standing_; }

 private:
  std::map<PersonNumber, std::vector<Tie>> of_;
  std::map<PersonNumber, std::vector<Decision>> decisions_;
  std::vector<Decision> standing_;
};

}  // namespace hearth::families
