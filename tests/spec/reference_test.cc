// The statuses of every spec, asked again of the slow evaluator that answers one day at a time
// straight from the definitions: on every day a status changes, the day before, and every day an
// example speaks of.
#include <gtest/gtest.h>

#include <set>

#include "evaluate/judge.h"
#include "reference/reference.h"
#include "spec/asked_facts.h"
#include "spec/spec_file.h"

namespace hearth {
namespace {

std::set<Date> days_worth_asking(const Course& course, const Family& family) {
  std::set<Date> days = {family.started - 1, family.started};
  for (const auto& change : course.status.changes()) {
    days.insert(change.from - 1);
    days.insert(change.from);
  }
  return days;
}

void compare(const std::string& spec, const Plan& plan, const Facts& facts) {
  const Judge judge(plan, facts);
  for (std::size_t f = 0; f < facts.families.size(); ++f) {
    for (std::size_t c = 0; c < plan.criteria.size(); ++c) {
      const auto course = judge.course(FamilyId(f), CriterionId(c));
      for (const auto day : days_worth_asking(course, facts.families[f])) {
        const auto expected =
            reference::reference_status(plan, facts, FamilyId(f), CriterionId(c), day);
        EXPECT_EQ(to_text(course.status.at(day)), to_text(expected))
            << spec << ", criterion " << plan.criteria[c].ref << " on " << to_text(day);
      }
    }
  }
}

class SpecReferenceTest : public testing::TestWithParam<std::string> {};

TEST_P(SpecReferenceTest, agrees) {
  const std::string root = HEARTH_SOURCE_DIR;
  const auto spec = read_spec(root, GetParam());
  const auto plan = load_spec_plan(root, spec).plan;
  if (!plan) GTEST_SKIP() << "a spec of a plan's mistakes";
  const auto facts = load_spec_facts(root, spec, *plan, std::nullopt);
  for (const auto& asked : facts.asked) compare(spec.path, *plan, *asked.facts);
}

std::vector<std::string> good_paths() {
  std::vector<std::string> paths;
  for (const auto& spec : read_specs(HEARTH_SOURCE_DIR)) {
    if (!spec.path.starts_with("spec/bad/")) paths.push_back(spec.path);
  }
  return paths;
}

INSTANTIATE_TEST_SUITE_P(spec, SpecReferenceTest, testing::ValuesIn(good_paths()),
                         [](const auto& path) {
                           std::string name = path.param.substr(5, path.param.size() - 8);
                           return name;
                         });

}  // namespace
}  // namespace hearth
