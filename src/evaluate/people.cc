#include "evaluate/people.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace hearth {
namespace {

constexpr int kAdultAge = 18;
constexpr int kOldest = 130;

// Whether somebody is at least `from` and younger than `to`, where given: unknown on every day
// without a birth date.
Timeline aged(const Person& person, std::optional<int> from, std::optional<int> to) {
  if (!person.born) return Timeline(Truth::Unknown);
  Timeline line(truth_of(!from));
  if (from) line.then(birthday(*person.born, *from), Truth::Yes);
  if (to) line.then(birthday(*person.born, *to), Truth::No);
  return line;
}

// An adult by age, or by role where the age is not known.
Timeline adult(const Person& person, Role role) {
  if (person.born) return aged(person, kAdultAge, std::nullopt);
  if (role == Role::Other) return Timeline(Truth::Unknown);
  return Timeline(truth_of(role != Role::Child));
}

Timeline child(const Person& person, Role role) {
  if (person.born) return aged(person, std::nullopt, kAdultAge);
  return opposite(adult(person, role));
}

Timeline dependent_child(const Person& person, const Member& member) {
  const bool at_home = member.role == Role::Child && member.residence != Residence::Elsewhere;
  if (person.born) return aged(person, std::nullopt, at_home ? 19 : 16);
  const auto by_role = child(person, member.role);
  return at_home || by_role != Timeline(Truth::Yes) ? by_role : Timeline(Truth::Unknown);
}

Timeline of_kind(const Person& person, const Member& member, Kind kind) {
  switch (kind) {
    case Kind::Adult: return adult(person, member.role);
    case Kind::Child: return child(person, member.role);
    case Kind::DependentChild: return dependent_child(person, member);
    case Kind::Parent:
      return Timeline(truth_of(member.role == Role::Parent || member.role == Role::Expectant));
    case Kind::Member: break;
  }
  return Timeline(Truth::Yes);
}

}  // namespace

DaySpan days_of(const Facts& facts, const Member& member) {
  const auto& died = facts.people[member.person.index].died;
  const Date last = died ? std::min(member.last, *died) : member.last;
  return {member.first, last >= kForever ? kForever : last + 1};
}

Timeline during(DaySpan days) {
  Timeline line(Truth::No);
  if (days.empty()) return line;
  line.then(days.from, Truth::Yes);
  if (days.until < kForever) line.then(days.until, Truth::No);
  return line;
}

std::vector<Membership> memberships(const Facts& facts, FamilyId family) {
  std::vector<Membership> all;
  for (const auto m : facts.members_of(family)) {
    const auto days = days_of(facts, facts.members[m]);
    if (!days.empty()) all.push_back({facts.members[m].person, days});
  }
  std::ranges::sort(all, {}, [](const Membership& m) { return std::tuple(m.person, m.days.from); });
  std::vector<Membership> joined;
  for (const auto& next : all) {
    const bool touches = !joined.empty() && joined.back().person == next.person &&
                         next.days.from <= joined.back().days.until;
    if (touches) {
      joined.back().days.until = std::max(joined.back().days.until, next.days.until);
    } else {
      joined.push_back(next);
    }
  }
  return joined;
}

std::vector<PersonId> people_of(const Facts& facts, FamilyId family) {
  std::vector<PersonId> people;
  for (const auto m : facts.members_of(family)) {
    const auto person = facts.members[m].person;
    if (std::ranges::find(people, person) == people.end()) people.push_back(person);
  }
  return people;
}

Timeline counts_as(const Facts& facts, FamilyId family, PersonId person, const Who& who) {
  Timeline counts(Truth::No);
  const auto& who_they_are = facts.people[person.index];
  for (const auto m : facts.members_of(family)) {
    const auto& member = facts.members[m];
    if (member.person != person) continue;
    auto line = both(during(days_of(facts, member)), of_kind(who_they_are, member, who.kind));
    if (who.age_from || who.age_to) {
      const auto to = who.age_to ? std::optional(*who.age_to + 1) : std::nullopt;
      line = both(line, aged(who_they_are, who.age_from, to));
    }
    counts = either(counts, line);
  }
  return counts;
}

NumberLine age_line(const Person& person) {
  NumberLine line(Bounds::unknown());
  if (!person.born) return line;
  line.then(kBeginning, Bounds::exactly(-1));  // not yet born
  for (int years = 0; years < kOldest; ++years) {
    line.then(birthday(*person.born, years), Bounds::exactly(years));
  }
  return line;
}

}  // namespace hearth
