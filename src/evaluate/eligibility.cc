#include "evaluate/eligibility.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace hearth {
namespace {

// What the clause counts: criteria or headlines, by their index.
using Things = std::set<std::uint32_t>;

std::uint32_t thing_of(const Plan& plan, CriterionId id) {
  return plan.eligibility.by == CountBy::Criteria ? id.index : plan[id].headline.index;
}

bool lives_elsewhere(const Facts& facts, FamilyId family, const InNeed& who) {
  return std::ranges::any_of(facts.members_of(family), [&](std::uint32_t m) {
    const auto& member = facts.members[m];
    return member.person == who.person && member.residence == Residence::Elsewhere &&
           member.first <= who.since && who.since <= member.last;
  });
}

// The one member a need rests on, if there is one and they lived elsewhere when it was found.
std::optional<PersonId> rests_elsewhere(const Facts& facts, FamilyId family, const Course& course,
                                        Date on) {
  std::vector<InNeed> people;
  for (const auto& one : course.in_need) {
    if (one.since <= on) people.push_back(one);
  }
  if (people.size() != 1 || !lives_elsewhere(facts, family, people.front())) return std::nullopt;
  return people.front().person;
}

// Members who live elsewhere each add one thing that nobody else adds, as many of them as can.
class CountingOnce {
 public:
  explicit CountingOnce(std::vector<Things> choices) : choices_(std::move(choices)) {}

  int count() {
    int counted = 0;
    for (std::size_t member = 0; member < choices_.size(); ++member) {
      Things asked;
      counted += gets_one(member, asked);
    }
    return counted;
  }

 private:
  // Whether there is a thing for the member, if need be by giving its holder another.
  bool gets_one(std::size_t member, Things& asked) {
    for (const auto thing : choices_[member]) {
      if (!asked.insert(thing).second) continue;
      const auto holder = held_by_.find(thing);
      if (holder != held_by_.end() && !gets_one(holder->second, asked)) continue;
      held_by_[thing] = member;
      return true;
    }
    return false;
  }

  std::vector<Things> choices_;
  std::map<std::uint32_t, std::size_t> held_by_;
};

int counted(const Plan& plan, const Facts& facts, FamilyId family, std::span<const Course> courses,
            Date on, const std::vector<CriterionId>& needs) {
  Things things;
  std::map<PersonId, Things> elsewhere;
  for (const auto id : needs) {
    const auto member =
        plan.elsewhere_once ? rests_elsewhere(facts, family, courses[id.index], on) : std::nullopt;
    (member ? elsewhere[*member] : things).insert(thing_of(plan, id));
  }
  std::vector<Things> choices;
  for (auto& [member, theirs] : elsewhere) {
    std::erase_if(theirs, [&](std::uint32_t thing) { return things.contains(thing); });
    choices.push_back(std::move(theirs));
  }
  return static_cast<int>(things.size()) + CountingOnce(std::move(choices)).count();
}

}  // namespace

bool open_on(const Family& family, Date day) {
  return family.started <= day && (!family.closed || *family.closed >= day);
}

Truth need_on(const Course& course, Date day) {
  if (course.need_since && *course.need_since <= day) return Truth::Yes;
  return course.status.at(day) == Status::Unknown ? Truth::Unknown : Truth::No;
}

Eligible eligible_on(const Plan& plan, const Facts& facts, FamilyId family,
                     std::span<const Course> courses, Date on) {
  Eligible eligible;
  for (std::size_t i = 0; i < courses.size(); ++i) {
    const auto need = need_on(courses[i], on);
    if (need == Truth::Yes) eligible.needs.emplace_back(i);
    if (need == Truth::Unknown) eligible.undecided.emplace_back(i);
  }
  eligible.counted = counted(plan, facts, family, courses, on, eligible.needs);
  auto all = eligible.needs;
  all.insert(all.end(), eligible.undecided.begin(), eligible.undecided.end());
  const int most = counted(plan, facts, family, courses, on, all);
  const int least = plan.eligibility.least;
  eligible.truth = eligible.counted >= least ? Truth::Yes
                   : most >= least           ? Truth::Unknown
                                             : Truth::No;
  return eligible;
}

}  // namespace hearth
