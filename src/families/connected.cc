#include "families/connected.h"

#include <numeric>
#include <unordered_map>

namespace hearth::families {
namespace {

class Connecting {
 public:
  explicit Connecting(std::size_t people) : leader_(people) {
    std::iota(leader_.begin(), leader_.end(), PersonNumber{0});
  }

  PersonNumber leader(PersonNumber person) {
    while (leader_[person] != person) person = leader_[person] = leader_[leader_[person]];
    return person;
  }
  void join(PersonNumber a, PersonNumber b) {
    a = leader(a);
    b = leader(b);
    leader_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<PersonNumber> leader_;
};

}  // namespace

std::vector<std::vector<PersonNumber>> connected_people(const Told& told, const Stays& stays,
                                                        const Ties& ties) {
  Connecting people(told.people.size());
  std::vector<PersonNumber> first_at(stays.places.size(), kNobody);
  std::unordered_map<std::uint32_t, PersonNumber> first_of_household;
  for (PersonNumber person = 0; person < told.people.size(); ++person) {
    for (const auto& stay : stays.of_person[person]) {
      if (stays.places[stay.place] == PlaceKind::Home) {
        auto& first = first_at[stay.place];
        first == kNobody ? first = person : (people.join(first, person), first);
        continue;
      }
      for (const auto number : stay.households) {
        people.join(first_of_household.try_emplace(number, person).first->second, person);
      }
    }
  }
  for (const auto& tie : told.relationships) people.join(tie.person, tie.other);
  for (const auto& decision : ties.standing()) people.join(decision.person, decision.other);

  std::vector<std::vector<PersonNumber>> found;
  std::vector<std::size_t> number(told.people.size(), SIZE_MAX);
  for (PersonNumber person = 0; person < told.people.size(); ++person) {
    auto& mine = number[people.leader(person)];
    if (mine == SIZE_MAX) {
      mine = found.size();
      found.emplace_back();
    }
    found[mine].push_back(person);
  }
  return found;
}

}  // namespace hearth::families
