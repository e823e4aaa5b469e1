#include "families/follow_families.h"

#include <algorithm>

namespace hearth::families {

void FollowFamilies::day(Date first, Date last, std::span<const Household> households,
                         std::span<const OtherHome> others) {
  // Rule 16: who lives alone and is of another family has no family of their own.
  std::vector<bool> no_family(households.size());
  for (std::size_t h = 0; h < households.size(); ++h) {
    const auto& people = households[h].people;
    no_family[h] = people.size() == 1 && std::ranges::any_of(others, [&](const OtherHome& other) {
                     return other.person == people.front();
                   });
  }
  go_on_or_begin(first, households, no_family);
  family_of_.clear();
  for (std::size_t h = 0; h < households.size(); ++h) {
    const auto family = of_household_[h];
    if (family == kNoFamily) continue;
    families_[family].last = last;
    for (std::size_t i = 0; i < households[h].people.size(); ++i) {
      family_of_[households[h].people[i]] = family;
      add_member(family, households[h].people[i], true, households[h].reasons[i], first, last);
    }
  }
  for (const auto& other : others) {
    const auto family = of_household_[other.household];
    if (family != kNoFamily) {
      add_member(family, other.person, other.resident, other.reason, first, last);
    }
  }
}

std::vector<FollowFamilies::Claim> FollowFamilies::claims(std::span<const Household> households,
                                                          Date day) const {
  std::vector<Claim> found;
  for (std::size_t h = 0; h < households.size(); ++h) {
    std::map<std::uint32_t, Claim> by_family;
    for (const auto person : households[h].people) {
      const auto at = family_of_.find(person);
      if (at == family_of_.end()) continue;
      auto& claim = by_family.try_emplace(at->second, Claim{at->second, h, 0, 0}).first->second;
      claim.children += is_child(told_.people[person], day);
      ++claim.people;
    }
    for (const auto& [family, claim] : by_family) found.push_back(claim);
  }
  // Rules 17 and 18: with the children, then with most people; of two families, the older.
  std::ranges::sort(found, {}, [](const Claim& claim) {
    return std::tuple(-claim.children, -claim.people, claim.family, claim.household);
  });
  return found;
}

void FollowFamilies::go_on_or_begin(Date day, std::span<const Household> households,
                                    const std::vector<bool>& no_family) {
  auto all = claims(households, day);
  std::erase_if(all, [&](const Claim& claim) { return no_family[claim.household]; });
  of_household_.assign(households.size(), kNoFamily);
  std::vector<std::uint32_t> taken;
  for (const auto& claim : all) {
    if (of_household_[claim.household] != kNoFamily) continue;
    if (std::ranges::find(taken, claim.family) != taken.end()) continue;
    of_household_[claim.household] = claim.family;
    taken.push_back(claim.family);
  }
  for (std::size_t h = 0; h < households.size(); ++h) {
    if (no_family[h] || of_household_[h] != kNoFamily) continue;
    begin(day, h, all, households);
  }
  end_others(day, all, households);
}

void FollowFamilies::begin(Date day, std::size_t household, const std::vector<Claim>& from,
                           std::span<const Household> households) {
  const auto number = static_cast<std::uint32_t>(families_.size());
  of_household_[household] = number;
  Family family;
  family.first = day;
  FamilyEvent event{day, Happened::Formed, kNoFamily};
  const auto claim = std::ranges::find(from, household, &Claim::household);
  if (claim != from.end()) {
    event.happened = Happened::SplitFrom;
    const bool withheld = any_protected(households[household].people, day) ||
                          any_protected(people_of(claim->family), day);
    if (!withheld) event.other = claim->family;
  }
  family.events.push_back(event);
  families_.push_back(std::move(family));
}

// Families of yesterday that no household of today is.
void FollowFamilies::end_others(Date day, const std::vector<Claim>& all,
                                std::span<const Household> households) {
  std::vector<std::uint32_t> yesterday;
  for (const auto& [person, family] : family_of_) yesterday.push_back(family);
  std::ranges::sort(yesterday);
  yesterday.erase(std::ranges::unique(yesterday).begin(), yesterday.end());
  for (const auto family : yesterday) {
    if (std::ranges::find(of_household_, family) != of_household_.end()) continue;
    FamilyEvent event{day, Happened::Ended, kNoFamily};
    const auto claim = std::ranges::find(all, family, &Claim::family);
    if (claim != all.end()) {
      event.happened = Happened::MergedInto;
      const auto into = of_household_[claim->household];
      if (!any_protected(households[claim->household].people, day)) {
        event.other = into;
        families_[into].events.push_back({day, Happened::JoinedBy, family});
      } else {
        families_[into].events.push_back({day, Happened::JoinedBy, kNoFamily});
      }
    }
    families_[family].events.push_back(event);
  }
}

void FollowFamilies::add_member(std::uint32_t family, PersonNumber person, bool resident,
                                const Reason& reason, Date first, Date last) {
  for (auto& member : families_[family].members) {
    if (member.person != person || member.resident != resident || member.last != first - 1)
      continue;
    member.last = last;
    return;
  }
  families_[family].members.push_back({person, first, last, Role::Other, resident, reason});
}

bool FollowFamilies::any_protected(std::span<const PersonNumber> people, Date day) const {
  return std::ranges::any_of(people, [&](PersonNumber person) {
    const auto* stay = stays_.on(person, day);
    return stay != nullptr && is_protected(stays_, *stay);
  });
}

std::vector<PersonNumber> FollowFamilies::people_of(std::uint32_t family) const {
  std::vector<PersonNumber> people;
  for (const auto& [person, of] : family_of_) {
    if (of == family) people.push_back(person);
  }
  return people;
}

}  // namespace hearth::families
