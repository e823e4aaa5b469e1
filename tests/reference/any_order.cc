#include <algorithm>
#include <numeric>
#include <random>

#include "reference/agreement.h"

namespace hearth::reference {
namespace {

std::vector<std::size_t> random_order(std::size_t count, std::mt19937& random) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::shuffle(order, random);
  return order;
}

// The same council with every list in another order; `moved_to` says where each family went.
RandomFacts shuffled(const RandomFacts& rows, std::mt19937& random,
                     std::vector<std::size_t>& moved_to) {
  RandomFacts other = rows;
  const auto people = random_order(rows.people.size(), random);
  const auto families = random_order(rows.families.size(), random);
  for (std::size_t i = 0; i < people.size(); ++i) other.people[people[i]] = rows.people[i];
  for (std::size_t i = 0; i < families.size(); ++i) other.families[families[i]] = rows.families[i];
  for (auto& member : other.members) {
    member.person = PersonId(people[member.person.index]);
    member.family = FamilyId(families[member.family.index]);
  }
  for (auto& record : other.records) {
    if (auto* person = std::get_if<PersonId>(&record.subject)) {
      *person = PersonId(people[person->index]);
    } else {
      record.subject = FamilyId(families[std::get<FamilyId>(record.subject).index]);
    }
  }
  std::ranges::shuffle(other.members, random);
  std::ranges::shuffle(other.records, random);
  std::ranges::shuffle(other.coverage, random);
  moved_to = families;
  return other;
}

}  // namespace

void same_in_any_order(const World& world) {
  std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
  std::vector<std::size_t> moved_to;
  const auto facts = world.rows.build();
  const auto other = shuffled(world.rows, random, moved_to).build();
  const Judge judge(world.plan, facts), other_judge(world.plan, other);
  for (std::size_t f = 0; f < facts.families.size(); ++f) {
    const auto before = judge.courses(FamilyId(f));
    const auto after = other_judge.courses(FamilyId(moved_to[f]));
    for (std::size_t criterion = 0; criterion < before.size(); ++criterion) {
      RC_ASSERT(before[criterion].need_since == after[criterion].need_since);
      for (Date day = kFirstAsked; day <= kLastAsked; day = day + 1) {
        RC_ASSERT(before[criterion].status.at(day) == after[criterion].status.at(day));
      }
    }
  }
}

}  // namespace hearth::reference
