#include "families/other_homes.h"

#include <algorithm>

namespace hearth::families {
namespace {

constexpr std::size_t kNone = SIZE_MAX;

std::vector<PersonNumber> recorded_parents(const Ties& ties, PersonNumber child, Date on) {
  std::vector<PersonNumber> parents;
  for (const auto& tie : ties.of(child)) {
    const bool by_birth = tie.why == Why::ChildOf && tie.relation == Relation::Parent;
    if (by_birth && tie.holds(on)) parents.push_back(tie.other);
  }
  std::ranges::sort(parents);
  parents.erase(std::ranges::unique(parents).begin(), parents.end());
  return parents;
}

class OtherHomes {
 public:
  explicit OtherHomes(const OnADay& on) : on_(on), asked_(on.asked) {
    for (std::size_t h = 0; h < on.households.size(); ++h) {
      for (const auto person : on.households[h].people) household_[person] = h;
    }
  }

  std::vector<OtherHome> find() {
    for (const auto& [person, household] : household_) {
      if (!is_child(asked_.told.people[person], asked_.day)) continue;
      by_parents(person, household);
      in_care(person, household);
    }
    std::ranges::sort(found_, {}, [](const OtherHome& other) {
      return std::tuple(other.person, other.household, !other.resident, other.reason.why);
    });
    const auto same = [](const OtherHome& a, const OtherHome& b) {
      return a.person == b.person && a.household == b.household;
    };
    found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
    return std::move(found_);
  }

 private:
  std::size_t household_of(PersonNumber person) const {
    const auto at = household_.find(person);
    return at == household_.end() ? kNone : at->second;
  }

  // Rule 15: nobody is made a member of a family whose home, or their own, is protected.
  bool lives_protected(PersonNumber person) const {
    const auto* stay = asked_.stays.on(person, asked_.day);
    return stay != nullptr && is_protected(asked_.stays, *stay);
  }
  bool may_be_told_together(PersonNumber a, PersonNumber b) const {
    return !lives_protected(a) && !lives_protected(b) &&
           !asked_.ties.decided(a, b, Ruling::Apart, asked_.day);
  }

  void by_parents(PersonNumber child, std::size_t home) {
    const auto parents = recorded_parents(asked_.ties, child, asked_.day);
    const bool with_parent = std::ranges::any_of(
        parents, [&](PersonNumber parent) { return household_of(parent) == home; });
    for (const auto parent : parents) {
      const auto other = household_of(parent);
      if (other == kNone || other == home || !may_be_told_together(child, parent)) continue;
      if (with_parent && has_second_home(child, parent)) {
        found_.push_back({child, other, true, {Why::ChildOf, parent, {}}});
      } else if (with_parent || !moved_out(child, parent)) {
        found_.push_back({parent, home, false, {Why::ParentOf, child, {}}});
      } else {
        found_.push_back({child, other, false, {Why::ChildOf, parent, {}}});
      }
    }
  }

  // The child left the parent's home, not the parent the child's.
  bool moved_out(PersonNumber child, PersonNumber parent) const {
    const auto* mine = asked_.stays.on(child, asked_.day);
    const auto* theirs = asked_.stays.on(parent, asked_.day);
    if (mine == nullptr || theirs == nullptr || mine->first <= theirs->first) return false;
    return std::ranges::any_of(asked_.stays.of_person[child], [&](const Stay& stay) {
      return stay.place == theirs->place && stay.last < mine->first;
    });
  }

  bool has_second_home(PersonNumber child, PersonNumber parent) const {
    const auto* stay = asked_.stays.on(parent, asked_.day);
    const auto at = on_.second_homes.find(child);
    if (stay == nullptr || at == on_.second_homes.end()) return false;
    return std::ranges::any_of(at->second, [&](const SecondHome& home) {
      return home.place == stay->place && home.first <= asked_.day && asked_.day <= home.last;
    });
  }

  void in_care(PersonNumber child, std::size_t home) {
    const auto at = on_.lived_with.find(child);
    if (at == on_.lived_with.end()) return;
    for (const auto person : at->second) {
      const auto other = household_of(person);
      if (other == kNone || other == home || !may_be_told_together(child, person)) continue;
      found_.push_back({child, other, false, {Why::InCareFrom, person, {}}});
      return;
    }
  }

  const OnADay& on_;
  const PeopleOnADay& asked_;
  std::map<PersonNumber, std::size_t> household_;
  std::vector<OtherHome> found_;
};

}  // namespace

std::map<PersonNumber, std::vector<SecondHome>> second_homes(const Told& told, const Stays& stays,
                                                             const Ties& ties) {
  std::map<std::pair<PersonNumber, PlaceNumber>, std::vector<Date>> days;
  for (const auto& home : told.homes) {
    const auto of = ties.of(home.person);
    if (std::ranges::none_of(of, [](const Tie& tie) { return tie.why == Why::ChildOf; })) continue;
    days[{home.person, home.place}].push_back(home.told);
  }
  std::map<PersonNumber, std::vector<SecondHome>> found;
  for (auto& [at, told_on] : days) {
    const auto& [child, place] = at;
    std::ranges::sort(told_on);
    for (const auto& stay : stays.of_person[child]) {
      if (stay.place == place) continue;
      // Told here while the child's home was there.
      const auto first = std::ranges::lower_bound(told_on, stay.told_first);
      const auto end = std::ranges::upper_bound(told_on, stay.last);
      if (first >= end) continue;
      found[child].push_back(
          {place, std::max(stay.first, told_on.front()), std::min(stay.last, *(end - 1) + kYear)});
    }
  }
  return found;
}

std::vector<OtherHome> other_homes_on(const OnADay& on) { return OtherHomes(on).find(); }

}  // namespace hearth::families
