#include "reference/agreement.h"

#include "evaluate/judge.h"

namespace hearth::reference {
namespace {

std::string on_day(const char* what, Date day, auto fast, auto slow) {
  return std::string(what) + " on " + to_text(day) + ": fast says " + std::string(to_text(fast)) +
         ", by definition " + std::string(to_text(slow));
}

// An entry about nobody counts as no.
Truth counted(Truth entry) { return entry == Truth::NotApplicable ? Truth::No : entry; }

// The first way in which a course differs from the definitions, or empty.
std::string difference(const Case& c, const Course& course, int step) {
  Reference reference(c);
  const Date closed = c.about().closed.value_or(kLastAsked);
  for (Date day = c.about().started; c.rule().need && day <= closed; day = day + step) {
    const Truth fast = counted(course.entry.at(day)), slow = counted(reference.entry(day));
    if (fast != slow) return on_day("entry", day, fast, slow);
  }
  const auto since = reference.need_since(kLastAsked);
  if (course.need_since != since && (since || *course.need_since <= kLastAsked)) {
    return "need since differs";
  }
  for (Date day = since.value_or(kLastAsked + 1); c.rule().outcome && day <= kLastAsked;
       day = day + step) {
    if (course.outcome.at(day) != reference.outcome(day)) {
      return on_day("outcome", day, course.outcome.at(day), reference.outcome(day));
    }
  }
  for (Date day = kFirstAsked; day <= kLastAsked; day = day + step) {
    if (course.status.at(day) != reference.status(day)) {
      return on_day("status", day, course.status.at(day), reference.status(day));
    }
  }
  return {};
}

}  // namespace

void same_on_days(const World& world, Carry carry, int step) {
  const auto facts = world.rows.build();
  const Judge judge(world.plan, facts);
  for (std::size_t f = 0; f < facts.families.size(); ++f) {
    const auto courses = judge.courses(FamilyId(f), carry);
    RC_ASSERT(courses.size() == world.plan.criteria.size());
    for (std::size_t criterion = 0; criterion < courses.size(); ++criterion) {
      const auto found = difference({world.plan, facts, FamilyId(f), CriterionId(criterion), carry},
                                    courses[criterion], step);
      if (!found.empty()) {
        RC_FAIL("f" + std::to_string(f) + " " + world.plan.criteria[criterion].ref + ": " + found);
      }
    }
  }
}

}  // namespace hearth::reference
