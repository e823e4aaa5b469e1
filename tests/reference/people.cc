#include "reference/people.h"

namespace hearth::reference {
namespace {

bool is_adult_by_role(Role role) {
  return role == Role::Parent || role == Role::Adult || role == Role::Expectant;
}

Truth is_adult(std::optional<int> age, Role role) {
  if (age) return truth_of(*age >= 18);
  if (is_adult_by_role(role)) return Truth::Yes;
  return role == Role::Child ? Truth::No : Truth::Unknown;
}

Truth is_dependent_child(std::optional<int> age, const Member& member) {
  const bool longer = member.role == Role::Child && member.residence != Residence::Elsewhere;
  if (age) return truth_of(*age < 16 || (longer && *age < 19));
  if (is_adult_by_role(member.role)) return Truth::No;
  return longer ? Truth::Yes : Truth::Unknown;
}

Truth is_kind(Kind kind, std::optional<int> age, const Member& member) {
  switch (kind) {
    case Kind::Adult: return is_adult(age, member.role);
    case Kind::Child: return opposite(is_adult(age, member.role));
    case Kind::DependentChild: return is_dependent_child(age, member);
    case Kind::Parent:
      return truth_of(member.role == Role::Parent || member.role == Role::Expectant);
    case Kind::Member: return Truth::Yes;
  }
  return Truth::Unknown;
}

Truth is_aged(const Who& who, std::optional<int> age) {
  if (!who.age_from && !who.age_to) return Truth::Yes;
  if (!age) return Truth::Unknown;
  return truth_of((!who.age_from || *age >= *who.age_from) && (!who.age_to || *age <= *who.age_to));
}

}  // namespace

std::vector<const Member*> members_on(const Case& c, Date day) {
  std::vector<const Member*> members;
  for (const auto m : c.facts.members_of(c.family)) {
    const auto& member = c.facts.members[m];
    const auto& died = c.facts.people[member.person.index].died;
    if (member.first <= day && day <= member.last && !(died && *died < day)) {
      members.push_back(&member);
    }
  }
  return members;
}

Truth applies(Judgement& judgement, const Who& who, const Member& member, const Subject& subject,
              Date day) {
  const auto& born = judgement.c.facts.people[member.person.index].born;
  const auto age = born ? std::optional(age_on(*born, day)) : std::nullopt;
  Truth fits = both(is_kind(who.kind, age, member), is_aged(who, age));
  if (who.condition) {
    fits = both(fits, judgement.truth(*who.condition, {member.person, subject.need}, day));
  }
  return fits;
}

}  // namespace hearth::reference
