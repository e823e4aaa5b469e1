#include "families/households.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace hearth::families {
namespace {

using Slot = std::size_t;  // into the people asked about

bool any_common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  return std::ranges::find_first_of(a, b) != a.end();
}

class Joining {
 public:
  explicit Joining(const PeopleOnADay& asked) : asked_(asked), leader_(asked.people.size()) {
    std::iota(leader_.begin(), leader_.end(), Slot{0});
    stay_.resize(leader_.size());
    here_.resize(leader_.size());
    for (Slot i = 0; i < leader_.size(); ++i) {
      stay_[i] = asked_.stays.on(person(i), asked_.day);
      here_[i] = is_here(i);
      if (here_[i]) note_decisions(i);
    }
  }

  std::vector<Household> run() {
    for (const auto& [a, b] : together_) join(a, b);
    join_homes();
    join_in_shared_places();
    join_those_of_no_known_home();
    return households();
  }

 private:
  PersonNumber person(Slot i) const { return asked_.people[i]; }

  bool is_here(Slot i) const {
    const auto& told = asked_.told.people[person(i)];
    if (stay_[i] != nullptr) return true;
    if (told.born && asked_.day < *told.born) return false;
    if (told.died && *told.died < asked_.day) return false;
    return asked_.stays.of_person[person(i)].empty();
  }

  std::optional<Slot> slot(PersonNumber wanted) const {
    const auto at = std::ranges::lower_bound(asked_.people, wanted);
    if (at == asked_.people.end() || *at != wanted) return std::nullopt;
    const auto i = static_cast<Slot>(at - asked_.people.begin());
    return here_[i] ? std::optional(i) : std::nullopt;
  }

  void note_decisions(Slot i) {
    for (const auto& decision : asked_.ties.decisions(person(i))) {
      if (asked_.day < decision.first || decision.last < asked_.day) continue;
      const auto at = std::ranges::lower_bound(asked_.people, decision.other);
      if (at == asked_.people.end() || *at != decision.other) continue;
      const auto other = static_cast<Slot>(at - asked_.people.begin());
      (decision.ruling == Ruling::Together ? together_ : apart_).emplace_back(i, other);
    }
  }

  bool leaves_somebody(Slot i) const {
    return std::ranges::any_of(apart_, [&](const auto& pair) { return pair.first == i; });
  }

  Slot leader(Slot i) const {
    while (leader_[i] != i) i = leader_[i];
    return i;
  }

  void join(Slot a, Slot b) {
    if (!here_[a] || !here_[b]) return;
    a = leader(a);
    b = leader(b);
    if (a == b) return;
    for (const auto& [x, y] : apart_) {
      const auto of_x = leader(x), of_y = leader(y);
      if ((of_x == a && of_y == b) || (of_x == b && of_y == a)) return;
    }
    leader_[std::max(a, b)] = std::min(a, b);
  }

  PlaceKind kind(Slot i) const { return asked_.stays.places[stay_[i]->place]; }

  // Rule 7. Those who were decided to be apart from somebody come last.
  void join_homes() {
    std::vector<std::tuple<PlaceNumber, bool, Slot>> order;
    for (Slot i = 0; i < leader_.size(); ++i) {
      if (!here_[i] || stay_[i] == nullptr || kind(i) != PlaceKind::Home) continue;
      order.emplace_back(stay_[i]->place, leaves_somebody(i), i);
    }
    std::ranges::sort(order);
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
      if (std::get<0>(order[i]) != std::get<0>(order[first])) first = i;
      join(std::get<2>(order[first]), std::get<2>(order[i]));
    }
  }

  // Rules 8 and 9.
  void join_in_shared_places() {
    std::map<PlaceNumber, std::vector<Slot>> by_place;
    for (Slot i = 0; i < leader_.size(); ++i) {
      if (!here_[i] || stay_[i] == nullptr || kind(i) == PlaceKind::Home) continue;
      by_place[stay_[i]->place].push_back(i);
    }
    for (const auto& [place, here] : by_place) {
      for (std::size_t i = 0; i < here.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (belong_together(here[j], here[i])) join(here[j], here[i]);
        }
      }
    }
  }

  bool belong_together(Slot a, Slot b) const {
    return are_related(a, b) || came_together(a, b) || same_household(a, b);
  }

  bool are_related(Slot a, Slot b) const {
    return std::ranges::any_of(asked_.ties.of(person(a)), [&](const Tie& tie) {
      return tie.other == person(b) && tie.holds(asked_.day);
    });
  }
  bool same_household(Slot a, Slot b) const {
    return any_common(stay_[a]->households, stay_[b]->households);
  }
  // A child in a care home is of the family it came from, not of who came with it.
  bool came_together(Slot a, Slot b) const {
    return kind(a) != PlaceKind::CareHome && asked_.before[a] != kNoHousehold &&
           asked_.before[a] == asked_.before[b];
  }

  // Rule 10: to a recorded parent, a partner, or a child that is one still.
  void join_those_of_no_known_home() {
    for (Slot i = 0; i < leader_.size(); ++i) {
      if (!here_[i] || stay_[i] != nullptr) continue;
      for (const auto why : {Why::ChildOf, Why::RelatedTo, Why::ParentOf}) {
        if (attach(i, why)) break;
      }
    }
  }

  bool attach(Slot i, Why why) {
    const auto child_still = [&](PersonNumber someone) {
      return is_child(asked_.told.people[someone], asked_.day);
    };
    for (const auto& tie : asked_.ties.of(person(i))) {
      if (tie.why != why || !tie.holds(asked_.day)) continue;
      if (why == Why::ChildOf && !child_still(person(i))) continue;
      if (why == Why::ParentOf && !child_still(tie.other)) continue;
      if (why == Why::RelatedTo && tie.relation != Relation::Partner) continue;
      const auto other = slot(tie.other);
      if (!other) continue;
      join(*other, i);
      return true;
    }
    return false;
  }

  std::vector<Household> households() const {
    std::vector<Household> found;
    std::vector<std::size_t> number(leader_.size(), SIZE_MAX);
    for (Slot i = 0; i < leader_.size(); ++i) {
      if (!here_[i]) continue;
      auto& mine = number[leader(i)];
      if (mine == SIZE_MAX) {
        mine = found.size();
        found.emplace_back();
      }
      found[mine].people.push_back(person(i));
    }
    for (auto& household : found) {
      for (const auto someone : household.people) {
        household.reasons.push_back(reason(*slot(someone), household));
      }
    }
    return found;
  }

  Reason reason(Slot i, const Household& household) const {
    Reason best;
    for (const auto other : household.people) {
      if (other == person(i)) continue;
      const auto why = why_with(i, *slot(other));
      if (why < best.why) best = {why, other, {}};
    }
    const bool by_home = best.why == Why::SharedHome || best.why == Why::SameHousehold;
    if (by_home && !is_protected(asked_.stays, *stay_[i])) best.sources = stay_[i]->sources;
    return best;
  }

  Why why_with(Slot i, Slot other) const {
    if (asked_.ties.decided(person(i), person(other), Ruling::Together, asked_.day)) {
      return Why::Decided;
    }
    auto why = Why::Alone;
    for (const auto& tie : asked_.ties.of(person(i))) {
      if (tie.other == person(other) && tie.holds(asked_.day)) why = std::min(why, tie.why);
    }
    if (why != Why::Alone || stay_[i] == nullptr || stay_[other] == nullptr) return why;
    if (stay_[i]->place != stay_[other]->place) return why;
    if (kind(i) == PlaceKind::Home) return Why::SharedHome;
    if (came_together(i, other)) return Why::CameTogether;
    return same_household(i, other) ? Why::SameHousehold : why;
  }

  const PeopleOnADay& asked_;
  std::vector<Slot> leader_;
  std::vector<const Stay*> stay_;
  std::vector<bool> here_;
  std::vector<std::pair<Slot, Slot>> together_, apart_;  // of an apart pair, the first leaves
};

}  // namespace

std::vector<Household> households_on(const PeopleOnADay& asked) { return Joining(asked).run(); }

}  // namespace hearth::families
