// The fast evaluator must be the slow one, on every day.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "evaluate/family_judge.h"
#include "reference/world.h"

namespace hearth::reference {
namespace {

std::string on_day(const char* what, Date day, auto fast, auto slow) {
  return std::string(what) + " on " + to_text(day) + ": fast says " + std::string(to_text(fast)) +
         ", by definition " + std::string(to_text(slow));
}

// An entry about nobody counts as no.
Truth counted(Truth entry) { return entry == Truth::NotApplicable ? Truth::No : entry; }

// The first way in which a course differs from the definitions, or empty.
std::string difference(const Case& c, const Course& course) {
  Reference reference(c);
  const Date closed = c.about().closed.value_or(kLastAsked);
  for (Date day = c.about().started; c.rule().need && day <= closed; day = day + 1) {
    const Truth fast = counted(course.entry.at(day)), slow = counted(reference.entry(day));
    if (fast != slow) return on_day("entry", day, fast, slow);
  }
  const auto since = reference.need_since(kLastAsked);
  if (course.need_since != since && (since || *course.need_since <= kLastAsked)) {
    return "need since differs";
  }
  for (Date day = since.value_or(kLastAsked + 1); c.rule().outcome && day <= kLastAsked;
       day = day + 1) {
    if (course.outcome.at(day) != reference.outcome(day)) {
      return on_day("outcome", day, course.outcome.at(day), reference.outcome(day));
    }
  }
  for (Date day = kFirstAsked; day <= kLastAsked; day = day + 1) {
    if (course.status.at(day) != reference.status(day)) {
      return on_day("status", day, course.status.at(day), reference.status(day));
    }
  }
  return {};
}

void same_on_every_day(const World& world, Carry carry) {
  const auto facts = world.rows.build();
  const Judge judge(world.plan, facts);
  for (std::size_t f = 0; f < facts.families.size(); ++f) {
    const auto courses = judge.courses(FamilyId(f), carry);
    RC_ASSERT(courses.size() == world.plan.criteria.size());
    for (std::size_t criterion = 0; criterion < courses.size(); ++criterion) {
      const auto found = difference({world.plan, facts, FamilyId(f), CriterionId(criterion), carry},
                                    courses[criterion]);
      if (!found.empty()) {
        RC_FAIL("f" + std::to_string(f) + " " + world.plan.criteria[criterion].ref + ": " + found);
      }
    }
  }
}

// A question about one day looks no further than it must, and answers the same.
RC_GTEST_PROP(Judge, AnswersTheSameForFewerDays, ()) {
  const auto world = *worlds();
  const auto facts = world.rows.build();
  const Judge judge(world.plan, facts);
  FamilyJudge on_few_days(judge);
  const Date last = *rc::gen::map(rc::gen::inRange(0, kLastAsked - kFirstAsked),
                                  [](int days) { return kFirstAsked + days; });
  for (std::size_t f = 0; f < facts.families.size(); ++f) {
    const auto whole = judge.courses(FamilyId(f));
    const auto& fewer = on_few_days.courses(FamilyId(f), last);
    for (std::size_t c = 0; c < whole.size(); ++c) {
      for (Date day = facts.families[f].started; day <= last; day = day + 1) {
        RC_ASSERT(fewer[c].status.at(day) == whole[c].status.at(day));
      }
      const CriterionId criterion(c);
      const auto a = on_few_days.finding(criterion, last);
      const auto b = judge.finding(FamilyId(f), criterion, whole[c], last);
      RC_ASSERT(a.need_since == b.need_since && a.first_claimable == b.first_claimable &&
                a.provisional == b.provisional && a.settles == b.settles);
    }
  }
}

RC_GTEST_PROP(Judge, EqualsTheReferenceWithCoverageCarried, ()) {
  same_on_every_day(*worlds(), Carry::Counted);
}

RC_GTEST_PROP(Judge, EqualsTheReferenceWithCoverageAsItIs, ()) {
  same_on_every_day(*worlds(), Carry::Ignored);
}

}  // namespace
}  // namespace hearth::reference
