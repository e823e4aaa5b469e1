// The fast evaluator must be the slow one, on every day.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "evaluate/family_judge.h"
#include "reference/agreement.h"

namespace hearth::reference {
namespace {

// What would settle it is asked for as a whole: in which order its parts come up is not promised.
std::set<std::string> settling(const Finding& finding) {
  return {finding.settles.begin(), finding.settles.end()};
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
                a.provisional == b.provisional && settling(a) == settling(b));
    }
  }
}

RC_GTEST_PROP(Judge, EqualsTheReferenceWithCoverageCarried, ()) {
  same_on_days(*worlds(), Carry::Counted);
}

RC_GTEST_PROP(Judge, EqualsTheReferenceWithCoverageAsItIs, ()) {
  same_on_days(*worlds(), Carry::Ignored);
}

}  // namespace
}  // namespace hearth::reference
