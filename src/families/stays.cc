#include "families/stays.h"

#include <algorithm>

#include "families/crowded_places.h"
#include "families/moves.h"
#include "families/news.h"

namespace hearth::families {
namespace {

// Nobody lives anywhere before birth or after death. A grown-up's first home needs no first day.
void cut_to_life(const ToldPerson& person, std::vector<Stay>& stays) {
  for (auto& stay : stays) {
    const bool open = stay.first == kBeginning && !is_child(person, stay.told_first);
    if (person.born && !open) stay.first = std::max(stay.first, *person.born);
    if (person.died) stay.last = std::min(stay.last, *person.died);
  }
  std::erase_if(stays, [](const Stay& stay) { return stay.last < stay.first; });
}

}  // namespace

const Stay* Stays::on(PersonNumber person, Date day) const {
  for (const auto& stay : of_person[person]) {
    if (stay.first <= day && day <= stay.last) return &stay;
  }
  return nullptr;
}

bool is_protected(const Stays& stays, const Stay& stay) {
  return stay.is_protected || stays.places[stay.place] == PlaceKind::Refuge;
}

Stays stays_of(const Told& told) {
  auto homes = told.homes;
  std::ranges::sort(homes, {}, [](const ToldHome& home) {
    return std::tuple(home.person, home.told, home.source, home.record, home.place);
  });
  Stays stays{std::vector<std::vector<Stay>>(told.people.size()), told.places};
  for (std::size_t i = 0; i < homes.size();) {
    auto end = i;
    while (end < homes.size() && homes[end].person == homes[i].person) ++end;
    stays.of_person[homes[i].person] = stays_by_news(std::span(homes).subspan(i, end - i));
    i = end;
  }
  find_crowded_places(stays);
  move_together(told, stays);
  leave_replaced_homes(told, stays);
  begin_first_stays(told, stays);
  for (std::size_t i = 0; i < told.people.size(); ++i) {
    cut_to_life(told.people[i], stays.of_person[i]);
  }
  return stays;
}

}  // namespace hearth::families
