#include "families/crowded_places.h"

#include <algorithm>

namespace hearth::families {
namespace {

// How many are told at the place at once, by the days on which each was first and last told there.
int most_at_once(const Stays& stays, const std::vector<StayAt>& here) {
  std::vector<std::pair<Date, int>> changes;
  for (const auto& [person, index] : here) {
    const auto& stay = stays.of_person[person][index];
    changes.emplace_back(stay.told_first, 1);
    changes.emplace_back(stay.told_last + 1, -1);
  }
  std::ranges::sort(changes);
  int now = 0, most = 0;
  for (const auto& [day, change] : changes) most = std::max(most, now += change);
  return most;
}

}  // namespace

void find_crowded_places(Stays& stays) {
  const auto by_place = stays_by_place(stays);
  for (PlaceNumber place = 0; place < by_place.size(); ++place) {
    if (by_place[place].size() <= kMostInAHome || stays.places[place] != PlaceKind::Home) continue;
    if (most_at_once(stays, by_place[place]) > kMostInAHome) {
      stays.places[place] = PlaceKind::Shared;
    }
  }
}

std::vector<std::vector<StayAt>> stays_by_place(const Stays& stays) {
  std::vector<std::vector<StayAt>> by_place(stays.places.size());
  for (PersonNumber person = 0; person < stays.of_person.size(); ++person) {
    for (std::size_t i = 0; i < stays.of_person[person].size(); ++i) {
      by_place[stays.of_person[person][i].place].push_back({person, i});
    }
  }
  return by_place;
}

}  // namespace hearth::families
