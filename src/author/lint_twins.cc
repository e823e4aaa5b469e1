// Two criteria that always stand alike: whatever a family's facts, where one is a need the other
// is.
#include <map>
#include <string>
#include <tuple>

#include "author/lint_diagnostics.h"
#include "author/lint_passes.h"
#include "author/meaning.h"
#include "language/describe_plan.h"

namespace hearth::lint {
namespace {

bool same_outcome(const Plan& plan, const Criterion& a, const Criterion& b) {
  if (a.outcome.has_value() != b.outcome.has_value()) return false;
  if (sustain_words(plan, a) != sustain_words(plan, b)) return false;
  return !a.outcome || meaning_of(plan, *a.outcome, a) == meaning_of(plan, *b.outcome, b);
}

}  // namespace

void find_twins(Linting& linting) {
  const auto& plan = linting.plan;
  std::map<std::string, const Criterion*> first;  // by what the entry rule means
  for (const auto& criterion : plan.criteria) {
    if (!criterion.need) continue;
    const auto [at, is_new] =
        first.emplace(meaning_of(plan, *criterion.need, criterion), &criterion);
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
