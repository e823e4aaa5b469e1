#include "intake/gathered_people.h"

#include <algorithm>

namespace hearth {
namespace {

// Whether the two say different things; what was not said is filled.
template <typename T>
bool reconcile(T& standing, const T& said, const T& unsaid) {
  if (standing == unsaid) standing = said;
  return said != unsaid && standing != said;
}

}  // namespace

GatheredPeople::Added GatheredPeople::add(const DescribedPerson& described) {
  const auto [at, added] =
      index_.emplace(described.person.id, static_cast<std::uint32_t>(people_.size()));
  if (added) {
    people_.push_back(described);
    return {at->second, false};
  }
  auto& standing = people_[at->second];
  const std::optional<Date> no_day;
  bool differs = reconcile(standing.person.born, described.person.born, no_day);
  differs |= reconcile(standing.person.died, described.person.died, no_day);
  differs |= reconcile(standing.person.sex, described.person.sex, std::string());
  differs |= reconcile(standing.family, described.family, std::string());
  if (described.started && (!standing.started || described.started < standing.started)) {
    standing.started = described.started;
  }
  return {at->second, differs};
}

void GatheredPeople::put_into(FactsBuilder& builder, std::optional<Date> started) const {
  std::unordered_map<std::string, Date> starts;  // the earliest any member's row says
  const auto family_of = [](const DescribedPerson& described) -> const std::string& {
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
