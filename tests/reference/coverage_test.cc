// Knowing more of the past settles answers and overturns none: where a feed turns out to have
// covered more days, and no record is added, a comparison of a count keeps every answer it had.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/numbers.h"
#include "reference/world.h"

namespace hearth::reference {
namespace {

// `ever` begins with the first day covered, so an older load, with a gap behind it, may take an
// answer away. It may never give the opposite one.
bool keeps_answers(const Plan& plan) {
  const auto& compare = std::get<Compare>(plan.conditions.front().node);
  return window_of(plan[compare.left])->kind != WindowKind::Ever;
}

World count_world() {
  auto rows = random_facts();
  auto plan = random_count_plan(rows.catalogue);
  return {std::move(rows), std::move(plan)};
}

RC_GTEST_PROP(MoreCoverage, OnlySettlesWhatWasUnknown, ()) {
  const auto world = *rc::gen::exec(count_world);
  auto more = world.rows;
  const auto type = *rc::gen::inRange<std::size_t>(0, more.catalogue.record_types.size());
  const Date first = kOrigin + *rc::gen::inRange(-500, 700);
  more.coverage.push_back({RecordTypeId(type), {first, first + *rc::gen::inRange(0, 500)}});
  const auto facts = world.rows.build(), fuller = more.build();
  const Judge judge(world.plan, facts), fuller_judge(world.plan, fuller);
  for (std::size_t f = 0; f < facts.families.size(); ++f) {
    const auto before = judge.courses(FamilyId(f)).front().entry;
    const auto after = fuller_judge.courses(FamilyId(f)).front().entry;
    for (Date day = kFirstAsked; day <= kLastAsked; day = day + 1) {
      const Truth was = before.at(day), is = after.at(day);
      RC_ASSERT(was == is || was == Truth::Unknown ||
                (is == Truth::Unknown && !keeps_answers(world.plan)));
    }
  }
}

// The same of the reference itself.
RC_GTEST_PROP(MoreCoverage, OnlySettlesWhatWasUnknownByDefinition, ()) {
  const auto world = *rc::gen::exec(count_world);
  auto more = world.rows;
  const auto type = *rc::gen::inRange<std::size_t>(0, more.catalogue.record_types.size());
  const Date first = kOrigin + *rc::gen::inRange(-500, 700);
  more.coverage.push_back({RecordTypeId(type), {first, first + *rc::gen::inRange(0, 500)}});
  const auto facts = world.rows.build(), fuller = more.build();
  const CriterionId only(std::size_t{0});
  Reference before({world.plan, facts, FamilyId(std::size_t{0}), only});
  Reference after({world.plan, fuller, FamilyId(std::size_t{0}), only});
  for (Date day = kOrigin; day <= kLastAsked; day = day + 7) {
    const Truth was = before.entry(day), is = after.entry(day);
    RC_ASSERT(was == is || was == Truth::Unknown ||
              (is == Truth::Unknown && !keeps_answers(world.plan)));
  }
}

// A record outside the days a count looks at changes nothing on that day.
RC_GTEST_PROP(MoreRecords, OutsideTheWindowChangeNothing, ()) {
  const auto world = *rc::gen::exec(count_world);
  auto more = world.rows;
  const Date on = kOrigin + *rc::gen::inRange(60, 700);
  RecordRow later{kArrest, PersonId(std::size_t{0}), on + 1, on + 1, {}, 9'999};
  const auto& compare = std::get<Compare>(world.plan.conditions.front().node);
  RC_PRE(window_of(world.plan[compare.left])->kind != WindowKind::Next);
  more.records.push_back(later);
  const auto facts = world.rows.build(), fuller = more.build();
  const Judge judge(world.plan, facts), fuller_judge(world.plan, fuller);
  for (std::size_t f = 0; f < facts.families.size(); ++f) {
    RC_ASSERT(judge.courses(FamilyId(f)).front().entry.at(on) ==
              fuller_judge.courses(FamilyId(f)).front().entry.at(on));
  }
}

}  // namespace
}  // namespace hearth::reference
