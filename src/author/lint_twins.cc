// Two criteria that always stand alike: whatever a family's facts, where one is a need the other
// is.
#include <map>
#include <string>
#include <tuple>

#include "author/comparable_rule.h"
#include "author/lint_diagnostics.h"
#include "author/lint_passes.h"
#include "language/records_read.h"

namespace hearth::lint {
namespace {

// What is said about this need differs from criterion to criterion.
bool about_its_need(const Plan& plan, ConditionId id) {
  bool about = false;
  each_selector(plan, id,
                [&](const Selector& records) { about = about || records.about_this_need; });
  return about;
}

bool same_outcome(const Plan& plan, const Criterion& a, const Criterion& b) {
  if (a.outcome.has_value() != b.outcome.has_value()) return false;
  if (comparable(a.sustain) != comparable(b.sustain)) return false;
  if (comparable(plan, a.sooner) != comparable(plan, b.sooner)) return false;
  for (const auto rule : {a.outcome, a.sooner}) {
    if (rule && about_its_need(plan, *rule)) return false;
  }
  return comparable(plan, a.outcome) == comparable(plan, b.outcome);
}

}  // namespace

void find_twins(Linting& linting) {
  const auto& plan = linting.plan;
  std::map<std::string, const Criterion*> first;  // by what the entry rule means
  for (const auto& criterion : plan.criteria) {
    if (!criterion.need || about_its_need(plan, *criterion.need)) continue;
    const auto [at, is_new] = first.emplace(comparable(plan, *criterion.need), &criterion);
    if (is_new) continue;
    const auto& other = *at->second;
    const auto place = linting.place(linting.written.ref(criterion));
    auto& found = same_outcome(plan, other, criterion)
                      ? linting.found.add(kSameCriterion, place, criterion.ref, other.ref)
                      : linting.found.add(kSameEntry, place, criterion.ref, other.ref);
    found.hint =
        "let one of the two go, or write into its entry rule what tells it apart; as they are, one "
        "need counts as two";
    found.labels.push_back({linting.place(linting.written.ref(other)), "the other one"});
  }
}

}  // namespace hearth::lint
