#include "engine/test_plan.h"

#include "evaluate/judge.h"

namespace hearth {
namespace {

TestedExample test_example(const Plan& plan, const Example& example) {
  const Judge judge(plan, example.facts);
  TestedExample tested{example.title, example.expectations.size(), {}};
  for (const auto& expected : example.expectations) {
    const auto criterion = plan.criterion(expected.ref);
    if (!criterion) continue;  // reported when the plan was checked
    const auto course = judge.course(FamilyId(0), *criterion);
    const auto status = to_text(course.status.at(expected.on));
    if (status != expected.status) tested.failures.push_back({expected, std::string(status)});
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
