#include "intake/gathered_people.h"

#include <algorithm>
#include <unordered_map>

namespace hearth {
namespace {

void fill(std::optional<Date>& standing, std::optional<Date> said) {
  if (!standing) standing = said;
}

void fill(std::string& standing, std::string_view said) {
  if (standing.empty()) standing = said;
}

GatheredPerson first_told(const DescribedPerson& described) {
  Person person{std::string(described.id), described.born, described.died,
                std::string(described.sex), described.lineage};
  return {std::move(person), std::string(described.family), described.started, described.role};
}

}  // namespace

std::uint32_t GatheredPeople::add(const DescribedPerson& described) {
  const auto known = index_.add(
      described.id, [&](std::uint32_t at) -> const std::string& { return people_[at].person.id; });
  if (!known) {
    people_.push_back(first_told(described));
    return static_cast<std::uint32_t>(people_.size() - 1);
  }
  auto& standing = people_[*known];
  fill(standing.person.born, described.born);
  fill(standing.person.died, described.died);
  fill(standing.person.sex, described.sex);
  fill(standing.family, described.family);
  if (described.started && (!standing.started || described.started < standing.started)) {
    standing.started = described.started;
  }
  return *known;
}

void GatheredPeople::put_into(FactsBuilder& builder, std::optional<Date> started) const {
  std::unordered_map<std::string, Date> starts;  // the earliest any member's row says
  const auto family_of = [](const GatheredPerson& described) -> const std::string& {
    return described.family.empty() ? described.person.id : described.family;
  };
  for (const auto& described : people_) {
    const auto own = described.started ? described.started : started;
    if (!own) continue;
    const auto [at, added] = starts.emplace(family_of(described), *own);
    if (!added) at->second = std::min(at->second, *own);
  }
  for (const auto& described : people_) {
    const auto person = builder.add_person(described.person);
    const auto start = starts.find(family_of(described));
    if (start == starts.end()) continue;
    Family family;
    family.id = start->first;
    family.started = start->second;
    family.lineage = described.person.lineage;
    Member member;
    member.family = builder.add_family(std::move(family));
    member.person = person;
    member.role = described.role;
    member.lineage = described.person.lineage;
    builder.add_member(member);
  }
}

}  // namespace hearth
