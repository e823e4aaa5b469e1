#include "author/compared_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

std::map<UsedName, Used> used_in(const Plan& plan) {
  std::map<UsedName, Used> used;
  for (const auto& criterion : plan.criteria) {
    auto rules = criterion.supporting;
    if (criterion.need) rules.push_back(*criterion.need);
    if (criterion.outcome) rules.push_back(*criterion.outcome);
    if (criterion.sooner) rules.push_back(*criterion.sooner);
    if (criterion.alone) rules.push_back(*criterion.alone);
    for (const auto rule : rules) {
      for (auto& declared : stands_on(plan, rule)) {
        auto& entry = used[{declared.part, declared.name}];
        entry.declared = std::move(declared);
        if (!std::ranges::count(entry.by, criterion.ref)) entry.by.push_back(criterion.ref);
      }
    }
  }
  return used;
}

}  // namespace

ComparedPlan::ComparedPlan(const LoadedPlan& loaded)
    : plan(*loaded.plan), written(loaded.sources), used(used_in(*loaded.plan)) {}

std::vector<Said> ComparedPlan::head() const {
  const bool by_criteria = plan.eligibility.by == CountBy::Criteria;
  std::vector<Said> said = {
      {"name", plan.name},
      {"title", plan.title},
      {"in force", in_force_words(plan)},
      {"terms", fmt::format("{} a year", plan.terms_a_year)},
      {"sustain", sustain_words(plan.sustain)},
      {"eligible", fmt::format("at least {} {}", plan.eligibility.least,
                               by_criteria ? "criteria" : "headlines")},
      {"scope", plan.scope == Scope::AllNeeds ? "all needs" : "entry needs"},
  };
  if (!written.claim().empty()) said.push_back({"claim", written.claim()});
  if (plan.elsewhere_once) said.push_back({"elsewhere", "counts once"});
  std::vector<std::string> requires_words;
  for (const auto one : plan.requirements) requires_words.emplace_back(requirement_words(one));
  if (!requires_words.empty()) said.push_back({"requires", join(requires_words, ", ")});
  return said;
}

std::vector<std::string> ComparedPlan::users_of(const UsedName& name) const {
  const auto found = used.find(name);
  return found == used.end() ? std::vector<std::string>() : found->second.by;
}

}  // namespace hearth
