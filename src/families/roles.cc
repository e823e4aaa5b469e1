#include "families/roles.h"

#include <algorithm>

namespace hearth::families {
namespace {

constexpr int kGeneration = 15;  // years between a parent and a child, at least

class FamilyRoles {
 public:
  FamilyRoles(const Told& told, const Stays& stays, const Ties& ties, Family& family)
      : told_(told), stays_(stays), ties_(ties), family_(family) {}

  void give() {
    for (auto& member : family_.members) {
      if (came_as_child(member)) member.role = Role::Child;
    }
    for (auto& member : family_.members) {
      if (member.role != Role::Child || is_recorded_parent(member)) member.role = grown_up(member);
    }
  }

 private:
  const std::optional<Date>& born(const Membership& member) const {
    return told_.people[member.person].born;
  }

  bool came_as_child(const Membership& member) const {
    if (!born(member)) return false;
    auto came = member.first;
    if (came == kBeginning) {  // known since
      const auto& stays = stays_.of_person[member.person];
      if (!stays.empty()) came = stays.front().told_first;
    }
    return is_child(told_.people[member.person], came);
  }

  bool is_recorded_parent(const Membership& member) const {
    return std::ranges::any_of(ties_.of(member.person), [&](const Tie& tie) {
      return tie.why == Why::ParentOf && is_child_here(tie.other);
    });
  }
  bool is_child_here(PersonNumber person) const {
    return std::ranges::any_of(family_.members, [&](const Membership& other) {
      return other.person == person && other.role == Role::Child;
    });
  }

  Role grown_up(const Membership& member) const {
    if (is_recorded_parent(member)) return Role::Parent;
    if (!born(member)) return Role::Other;
    return is_of_the_elder_generation(member) ? Role::Parent : Role::Adult;
  }

  // Rule 22: there is a child of an age to be theirs, whose parents nobody recorded, and they were
  // there before it; and they are nobody's child by age themselves.
  bool is_of_the_elder_generation(const Membership& member) const {
    bool elder = false;
    for (const auto& other : family_.members) {
      if (other.person == member.person || !born(other)) continue;
      if (birthday(*born(other), kGeneration) <= *born(member) && is_there_as_long(other, member)) {
        return false;
      }
      elder |= other.role == Role::Child && is_there_as_long(member, other) &&
               birthday(*born(member), kGeneration) <= *born(other) && !has_recorded_parent(other);
    }
    return elder;
  }

  static bool is_there_as_long(const Membership& a, const Membership& b) {
    return a.first <= b.first && b.first <= a.last;
  }

  bool has_recorded_parent(const Membership& child) const {
    return std::ranges::any_of(ties_.of(child.person), [&](const Tie& tie) {
      return tie.why == Why::ChildOf &&
             std::ranges::find(family_.members, tie.other, &Membership::person) !=
                 family_.members.end();
    });
  }

  const Told& told_;
  const Stays& stays_;
  const Ties& ties_;
  Family& family_;
};

}  // namespace

void give_roles(const Told& told, const Stays& stays, const Ties& ties,
                std::vector<Family>& families) {
  for (auto& family : families) {
    FamilyRoles(told, stays, ties, family).give();
    std::ranges::sort(family.members, {}, [](const Membership& member) {
      return std::pair(member.person, member.first);
    });
  }
}

}  // namespace hearth::families
