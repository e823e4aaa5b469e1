#include "families/ties.h"

#include <algorithm>

namespace hearth::families {
namespace {

constexpr Why kForward[] = {Why::ParentOf, Why::ParentOf, Why::RelatedTo, Why::RelatedTo,
                            Why::RelatedTo};
constexpr Why kBack[] = {Why::ChildOf, Why::ChildOf, Why::RelatedTo, Why::RelatedTo,
                         Why::RelatedTo};

template <typename T>
std::span<const T> found(const std::map<PersonNumber, std::vector<T>>& by_person,
                         PersonNumber person) {
  const auto at = by_person.find(person);
  return at == by_person.end() ? std::span<const T>() : std::span<const T>(at->second);
}

}  // namespace

Ties::Ties(const Told& told) {
  for (const auto& tie : told.relationships) {
    const auto kind = static_cast<std::size_t>(tie.relation);
    of_[tie.person].push_back({tie.other, kForward[kind], tie.relation, tie.first, tie.last});
    of_[tie.other].push_back({tie.person, kBack[kind], tie.relation, tie.first, tie.last});
  }
  for (auto& [person, ties] : of_) {
    std::ranges::sort(ties, {}, [](const Tie& tie) {
      return std::tuple(tie.relation, tie.why, tie.other, tie.first, tie.last);
    });
  }
  std::map<std::pair<PersonNumber, PersonNumber>, Decision> last;
  for (const auto& decision : told.decisions) {
    last[std::minmax(decision.person, decision.other)] = decision;
  }
  for (const auto& [pair, decision] : last) {
    if (decision.ruling == Ruling::Undecided) continue;
    standing_.push_back(decision);
    decisions_[decision.person].push_back(decision);
  }
}

std::span<const Tie> Ties::of(PersonNumber person) const { return found(of_, person); }

std::span<const Decision> Ties::decisions(PersonNumber person) const {
  return found(decisions_, person);
}

bool Ties::decided(PersonNumber a, PersonNumber b, Ruling ruling, Date on) const {
  const auto says = [&](const Decision& decision, PersonNumber other) {
    return decision.other == other && decision.ruling == ruling && decision.first <= on &&
           on <= decision.last;
  };
  return std::ranges::any_of(decisions(a), [&](const Decision& d) { return says(d, b); }) ||
         std::ranges::any_of(decisions(b), [&](const Decision& d) { return says(d, a); });
}

bool Ties::is_parent(PersonNumber parent, PersonNumber child, Date on) const {
  return std::ranges::any_of(of(parent), [&](const Tie& tie) {
    return tie.other == child && tie.why == Why::ParentOf && tie.relation == Relation::Parent &&
           tie.holds(on);
  });
}

}  // namespace hearth::families
