// Follows families from day to day: which household of today is which family of yesterday.
#pragma once

#include <map>
#include <span>

#include "families/family.h"
#include "families/other_homes.h"

namespace hearth::families {

class FollowFamilies {
 public:
  // Adds what it finds to `families`.
  FollowFamilies(const Told& told, const Stays& stays, std::vector<Family>& families)
      : told_(told), stays_(stays), families_(families) {}

  // The households of the next days, on which nothing changes. Days are given in order.
  void day(Date first, Date last, std::span<const Household> households,
           std::span<const OtherHome> others);

 private:
  struct Claim {  // a household may be this family
    std::uint32_t family;
    std::size_t household;
    int children, people;
  };
  std::vector<Claim> claims(std::span<const Household> households, Date day) const;
  void go_on_or_begin(Date day, std::span<const Household> households,
                      const std::vector<bool>& no_family);
  void begin(Date day, std::size_t household, const std::vector<Claim>& from,
             std::span<const Household> households);
  void end_others(Date day, const std::vector<Claim>& all, std::span<const Household> households);
  void add_member(std::uint32_t family, PersonNumber person, bool resident, const Reason& reason,
                  Date first, Date last);
  bool any_protected(std::span<const PersonNumber> people, Date day) const;
  std::vector<PersonNumber> people_of(std::uint32_t family) const;

  const Told& told_;
  const Stays& stays_;
  std::vector<Family>& families_;
  std::map<PersonNumber, std::uint32_t> family_of_;  // of those who live with it, yesterday
  std::vector<std::uint32_t> of_household_;          // today
};

}  // namespace hearth::families
