#include "families/form_families.h"

#include <algorithm>
#include <map>
#include <set>

#include "families/connected.h"
#include "families/follow_families.h"
#include "families/other_homes.h"
#include "families/roles.h"

namespace hearth::families {
namespace {

class Forming {
 public:
  explicit Forming(const Told& told)
      : told_(told),
        ties_(told),
        stays_(stays_of(told)),
        second_homes_(second_homes(told, stays_, ties_)) {}

  Families run() {
    for (const auto& people : connected_people(told_, stays_, ties_)) form(people);
    give_roles(told_, stays_, ties_, families_);
    put_in_order();
    return {std::move(families_), std::move(stays_.places)};
  }

 private:
  // The days on which anything changes for any of them.
  std::vector<Date> days_of(const std::vector<PersonNumber>& people) const {
    std::set<Date> days = {kBeginning};
    const auto note = [&](Date first, Date last) {
      days.insert(first);
      if (last < kForever) days.insert(last + 1);
    };
    for (const auto person : people) {
      const auto& about = told_.people[person];
      if (about.born) note(*about.born, birthday(*about.born, kGrownUp) - 1);
      if (about.died) days.insert(*about.died + 1);
      for (const auto& stay : stays_.of_person[person]) note(stay.first, stay.last);
      for (const auto& tie : ties_.of(person)) note(tie.first, tie.last);
      for (const auto& decision : ties_.decisions(person)) note(decision.first, decision.last);
      const auto at = second_homes_.find(person);
      if (at == second_homes_.end()) continue;
      for (const auto& home : at->second) note(home.first, home.last);
    }
    return {days.begin(), days.end()};
  }

  void form(const std::vector<PersonNumber>& people) {
    FollowFamilies follow(told_, stays_, families_);
    std::vector<std::uint32_t> before(people.size(), kNoHousehold);
    std::map<PersonNumber, std::vector<PersonNumber>> lived_with;
    const auto days = days_of(people);
    for (std::size_t i = 0; i < days.size(); ++i) {
      const PeopleOnADay asked{told_, stays_, ties_, people, before, days[i]};
      const auto households = households_on(asked);
      note_care_homes(households, days[i], lived_with);
      const auto others = other_homes_on({asked, households, second_homes_, lived_with});
      follow.day(days[i], i + 1 < days.size() ? days[i + 1] - 1 : kForever, households, others);
      before.assign(people.size(), kNoHousehold);
      for (std::uint32_t h = 0; h < households.size(); ++h) {
        for (const auto person : households[h].people) {
          before[std::ranges::lower_bound(people, person) - people.begin()] = h;
        }
      }
    }
  }

  // Keeps whom each child last lived with, for the days it is in a care home.
  void note_care_homes(const std::vector<Household>& households, Date day,
                       std::map<PersonNumber, std::vector<PersonNumber>>& lived_with) const {
    for (const auto& household : households) {
      for (const auto person : household.people) {
        if (!is_child(told_.people[person], day)) continue;
        const auto* stay = stays_.on(person, day);
        if (stay != nullptr && stays_.places[stay->place] == PlaceKind::CareHome) continue;
        auto& with = lived_with[person];
        with = household.people;
        std::erase(with, person);
      }
    }
  }

  void put_in_order() {
    std::vector<std::uint32_t> order(families_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
      return std::pair(families_[i].first, families_[i].members.front().person);
    });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::vector<Family> sorted;
    for (const auto i : order) sorted.push_back(std::move(families_[i]));
    for (auto& family : sorted) {
      for (auto& event : family.events) {
        if (event.other != kNoFamily) event.other = place[event.other];
      }
    }
    families_ = std::move(sorted);
  }

  const Told& told_;
  Ties ties_;
  Stays stays_;
  std::map<PersonNumber, std::vector<SecondHome>> second_homes_;
  std::vector<Family> families_;
};

}  // namespace

Families form_families(const Told& told) { return Forming(told).run(); }

}  // namespace hearth::families
