// Who is of a family without living with it, and who has two homes: rules 12 to 15 of
// docs/families.md.
#pragma once

#include <map>

#include "families/households.h"

namespace hearth::families {

// A place where a child was told to live beside the home it is taken to have.
struct SecondHome {
  PlaceNumber place;
  Date first, last;
};

// Of children with recorded parents, by child; the days are those on which both homes were told.
std::map<PersonNumber, std::vector<SecondHome>> second_homes(const Told& told, const Stays& stays,
                                                             const Ties& ties);

// Somebody's place in a household they do not live in, or not always.
struct OtherHome {
  PersonNumber person;
  std::size_t household;
  bool resident;
  Reason reason;
};

struct OnADay {
  const PeopleOnADay& asked;
  const std::vector<Household>& households;
  const std::map<PersonNumber, std::vector<SecondHome>>& second_homes;
  // Of children in care homes: whom they last lived with.
  const std::map<PersonNumber, std::vector<PersonNumber>>& lived_with;
};

std::vector<OtherHome> other_homes_on(const OnADay& on);

}  // namespace hearth::families
