#include "engine/test_plan.h"

#include "evaluate/claimable.h"
#include "evaluate/eligibility.h"
#include "evaluate/judge.h"

namespace hearth {
namespace {

// What an expectation speaks of is, in the words it is written in; empty for no criterion, which
// was reported when the plan was checked.
std::string answer_to(const Judge& judge, const Expectation& expected) {
  constexpr FamilyId kFirst(0);
  const auto& plan = judge.plan();
  if (const auto criterion = plan.criterion(expected.ref)) {
    return std::string(to_text(judge.course(kFirst, *criterion).status.at(expected.on)));
  }
  if (!asks_of_plan(expected.ref)) return {};
  const auto courses = judge.courses(kFirst);
  const auto truth = expected.ref == "claim"
                         ? claimable_on(judge, kFirst, courses, expected.on).truth
                         : eligible_on(plan, judge.facts(), kFirst, courses, expected.on).truth;
  return std::string(to_text(truth));
}

TestedExample test_example(const Plan& plan, const Example& example) {
  const Judge judge(plan, *example.facts);
  TestedExample tested{example.title, example.expectations.size(), {}};
  for (const auto& expected : example.expectations) {
    auto answer = answer_to(judge, expected);
    if (!answer.empty() && answer != expected.status) {
      tested.failures.push_back({expected, std::move(answer)});
    }
  }
  return tested;
}

}  // namespace

std::vector<TestedExample> test_plan(const Plan& plan) {
  std::vector<TestedExample> tested;
  for (const auto& example : plan.examples) tested.push_back(test_example(plan, example));
  return tested;
}

}  // namespace hearth
