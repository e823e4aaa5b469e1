#include "families/moves.h"

#include <algorithm>
#include <set>

#include "families/crowded_places.h"

namespace hearth::families {
namespace {

constexpr int kSilence = 400;  // days: agencies tell of those they know once a year at least

// Those who were told at one place in overlapping stretches of days, one household after another.
struct Occupancy {
  Date first, last;
  std::vector<StayAt> stays;
};

std::vector<Occupancy> occupancies(const Stays& stays, std::vector<StayAt> here) {
  const auto stay_at = [&](const StayAt& at) -> const Stay& {
    return stays.of_person[at.person][at.index];
  };
  std::ranges::sort(here, {}, [&](const StayAt& at) {
    return std::tuple(stay_at(at).told_first, at.person, at.index);
  });
  std::vector<Occupancy> found;
  for (const auto& at : here) {
    const auto& stay = stay_at(at);
    if (found.empty() || stay.told_first > found.back().last) {
      found.push_back({stay.told_first, stay.told_last, {}});
    }
    found.back().last = std::max(found.back().last, stay.told_last);
    found.back().stays.push_back(at);
  }
  return found;
}

// Occupancies are of one household where somebody of the earlier still lives there.
std::vector<Occupancy> households(const Stays& stays, const std::vector<Occupancy>& found) {
  std::vector<Occupancy> merged;
  for (const auto& next : found) {
    const bool same =
        !merged.empty() && std::ranges::any_of(merged.back().stays, [&](const StayAt& at) {
          return stays.of_person[at.person][at.index].last >= next.first;
        });
    if (!same) {
      merged.push_back(next);
      continue;
    }
    auto& household = merged.back();
    household.last = std::max(household.last, next.last);
    household.stays.insert(household.stays.end(), next.stays.begin(), next.stays.end());
  }
  return merged;
}

bool share_a_surname(const Told& told, const Occupancy& a, const Occupancy& b) {
  std::set<std::uint32_t> names;
  for (const auto& at : a.stays) names.insert(told.people[at.person].surname);
  names.erase(0);
  return std::ranges::any_of(
      b.stays, [&](const StayAt& at) { return names.contains(told.people[at.person].surname); });
}

bool shared_a_home(const std::vector<Stay>& a, const std::vector<Stay>& b, PlaceNumber but) {
  return std::ranges::any_of(a, [&](const Stay& x) {
    return x.place != but && std::ranges::any_of(b, [&](const Stay& y) {
             return x.place == y.place && x.first <= y.last && y.first <= x.last;
           });
  });
}

std::set<std::pair<PersonNumber, PersonNumber>> related(const Told& told) {
  std::set<std::pair<PersonNumber, PersonNumber>> pairs;
  for (const auto& tie : told.relationships) pairs.insert(std::minmax(tie.person, tie.other));
  for (const auto& tie : told.decisions) pairs.insert(std::minmax(tie.person, tie.other));
  return pairs;
}

// Nobody knows where, but those who lived together do so still.
void go_to_an_unknown_place(Stays& stays, const Occupancy& old, Date day) {
  const auto place = static_cast<PlaceNumber>(stays.places.size());
  stays.places.push_back(PlaceKind::Home);
  for (const auto& at : old.stays) {
    auto& mine = stays.of_person[at.person];
    const auto stay = mine[at.index];
    if (stay.last < day) continue;
    if (at.index + 1 < mine.size()) {  // told elsewhere later: gone there already
      mine[at.index + 1].first = day;
    } else {
      mine.push_back({place, day, stay.last, day, day, stay.is_protected, true, {}, {}});
    }
    mine[at.index].last = day - 1;
  }
}

}  // namespace

void leave_replaced_homes(const Told& told, Stays& stays) {
  const auto pairs = related(told);
  const auto places = stays.places.size();
  const auto are_strangers = [&](const Occupancy& a, const Occupancy& b, PlaceNumber here) {
    if (share_a_surname(told, a, b)) return false;
    return std::ranges::none_of(a.stays, [&](const StayAt& x) {
      return std::ranges::any_of(b.stays, [&](const StayAt& y) {
        return x.person == y.person || pairs.contains(std::minmax(x.person, y.person)) ||
               shared_a_home(stays.of_person[x.person], stays.of_person[y.person], here);
      });
    });
  };
  const auto by_place = stays_by_place(stays);  // no stay of these moves its place in a list
  for (PlaceNumber place = 0; place < places; ++place) {
    if (by_place[place].size() < 2 || stays.places[place] != PlaceKind::Home) continue;
    const auto here = occupancies(stays, by_place[place]);
    for (std::size_t i = 0; i + 1 < here.size(); ++i) {
      const auto& old = here[i];
      const auto& next = here[i + 1];
      if (next.last - old.last <= kSilence || !are_strangers(old, next, place)) continue;
      go_to_an_unknown_place(stays, old, next.first);
    }
  }
}

void begin_first_stays(const Told& told, Stays& stays) {
  const auto by_place = stays_by_place(stays);
  for (PlaceNumber place = 0; place < by_place.size(); ++place) {
    const auto here = households(stays, occupancies(stays, by_place[place]));
    for (std::size_t i = 0; i < here.size(); ++i) {
      for (const auto& at : here[i].stays) {
        if (at.index > 0) continue;
        auto& stay = stays.of_person[at.person][0];
        const bool newcomer = stay.told_first - here[i].first > kYear;
        if (newcomer && !is_child(told.people[at.person], stay.told_first)) continue;
        if (stay.followed) continue;
        stay.first = i == 0 ? kBeginning : std::min(stay.first, here[i].first);
      }
    }
  }
}

}  // namespace hearth::families
