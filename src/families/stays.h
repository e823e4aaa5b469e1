// From what agencies told to where each person lived, day by day.
//
// Agencies hold old addresses for years, so what counts is news: see rules 1 to 6 in
// docs/families.md, which this file follows. Stays of one person do not overlap; a day without one
// is a day on which nobody knows where they lived.
#pragma once

#include <vector>

#include "families/told.h"

namespace hearth::families {

struct Stay {
  PlaceNumber place = kNowhere;
  Date first = kBeginning, last = kForever;
  Date told_first = kForever, told_last = kBeginning;  // of this person at this place, by anybody
  bool is_protected = false;
  bool followed = false;                   // nobody told: a child's, by the adults it lived with
  std::vector<SourceNumber> sources = {};  // who told, in order
  std::vector<std::uint32_t> households = {};  // agencies' own numbers, in order
};

struct Stays {
  std::vector<std::vector<Stay>> of_person;  // each in order of days
  std::vector<PlaceKind> places;             // as told, with those found to be of many households

  const Stay* on(PersonNumber person, Date day) const;
};

// Where the rest of a stay's day lies: a Refuge, or an address somebody protects.
bool is_protected(const Stays& stays, const Stay& stay);

Stays stays_of(const Told& told);

}  // namespace hearth::families
