#include "evaluate/people.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace hearth {
namespace {

constexpr int kAdultAge = 18;
constexpr int kDependentTo = 16;
constexpr int kDependentAtHomeTo = 19;
constexpr int kOldest = 130;

// From one birthday to the day before another, where given.
DaySpan aged(Date born, std::optional<int> from, std::optional<int> to) {
  return {from ? birthday(born, *from) : kBeginning, to ? birthday(born, *to) : kForever};
}

bool is_parent(Role role) { return role == Role::Parent || role == Role::Expectant; }

bool is_child_at_home(const Member& member) {
  return member.role == Role::Child && member.residence != Residence::Elsewhere;
}

DaySpan days_of_kind(Date born, const Member& member, Kind kind) {
  switch (kind) {
    case Kind::Adult: return aged(born, kAdultAge, std::nullopt);
    case Kind::Child: return aged(born, std::nullopt, kAdultAge);
    case Kind::DependentChild:
      return aged(born, std::nullopt, is_child_at_home(member) ? kDependentAtHomeTo : kDependentTo);
    case Kind::Parent: return is_parent(member.role) ? kAlways : DaySpan{};
    case Kind::Member: break;
  }
  return kAlways;
}

// Of what kind somebody is whose age is not known.
Truth kind_by_role(const Member& member, Kind kind) {
  const Truth child =
      member.role == Role::Other ? Truth::Unknown : truth_of(member.role == Role::Child);
  switch (kind) {
    case Kind::Adult: return opposite(child);
    case Kind::Child: return child;
    case Kind::DependentChild:
      return child == Truth::Yes && !is_child_at_home(member) ? Truth::Unknown : child;
    case Kind::Parent: return truth_of(is_parent(member.role));
    case Kind::Member: break;
  }
  return Truth::Yes;
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

namespace {

// The days on which one membership may count: those on which it does, for somebody whose birth date
// is known.
DaySpan days_counted(const Facts& facts, const Member& member, const Who& who) {
  const auto days = days_of(facts, member);
  const auto& born = facts.people[member.person.index].born;
  if (!born) return days;
  const auto to = who.age_to ? std::optional(*who.age_to + 1) : std::nullopt;
  const auto of_kind = both(days, days_of_kind(*born, member, who.kind));
  return both(of_kind, aged(*born, who.age_from, to));
}

// Whether it counts on those days. Without a birth date the role speaks for the age, as far as it
// can.
Timeline counted_during(DaySpan days, const Facts& facts, const Member& member, const Who& who) {
  if (facts.people[member.person.index].born) return during(days);
  const Truth of_age = who.age_from || who.age_to ? Truth::Unknown : Truth::Yes;
  return both(during(days), Timeline(both(kind_by_role(member, who.kind), of_age)));
}

}  // namespace

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

void find_people(const Facts& facts, FamilyId family, std::vector<PersonId>& people) {
  people.clear();
  for (const auto m : facts.members_of(family)) {
    const auto person = facts.members[m].person;
    if (std::ranges::find(people, person) == people.end()) people.push_back(person);
  }
}

Timeline counts_as(const Facts& facts, FamilyId family, PersonId person, const Who& who) {
  Timeline counts(Truth::No);
  for (const auto m : facts.members_of(family)) {
    const auto& member = facts.members[m];
    if (member.person != person) continue;
    const auto days = days_counted(facts, member, who);
    counts = either(counts, counted_during(days, facts, member, who));
  }
  return counts;
}

void find_counted(const Facts& facts, FamilyId family, const Who& who, DaySpan asked,
                  std::vector<Counted>& all) {
  all.clear();
  for (const auto m : facts.members_of(family)) {
    const auto& member = facts.members[m];
    const auto span = days_counted(facts, member, who);
    if (!span.meets(asked)) continue;
    auto days = clipped(counted_during(span, facts, member, who), asked.from, asked.until);
    if (always(days, Truth::No)) continue;
    const auto known = std::ranges::find(all, member.person, &Counted::person);
    if (known == all.end())
      all.push_back({member.person, std::move(days)});
    else
      known->days = either(known->days, days);
  }
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
