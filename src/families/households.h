// Who lives together on one day, among people who have anything to do with one another: rules 7 to
// 11 of docs/families.md. The day before matters only where many households live at one address.
#pragma once

#include <span>
#include <vector>

#include "families/stays.h"
#include "families/ties.h"

namespace hearth::families {

inline constexpr std::uint32_t kNoHousehold = UINT32_MAX;

struct Household {
  std::vector<PersonNumber> people;  // in order
  std::vector<Reason> reasons;       // likewise
};

struct PeopleOnADay {
  const Told& told;
  const Stays& stays;
  const Ties& ties;
  std::span<const PersonNumber> people;   // in order
  std::span<const std::uint32_t> before;  // likewise: the household of the day before
  Date day;
};

// Those who are alive and whose first home we know of has begun, or of whom no home was ever told.
std::vector<Household> households_on(const PeopleOnADay& asked);

}  // namespace hearth::families
