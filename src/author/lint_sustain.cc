// A `sustain` shorter than the window of the outcome before it: the window already asks for longer.
#include <algorithm>
#include <vector>

#include "author/author_words.h"
#include "author/lint_diagnostics.h"
#include "author/lint_passes.h"
#include "author/period_length.h"
#include "language/condition_parts.h"
#include "language/describe_plan.h"
#include "language/records_read.h"

namespace hearth::lint {
namespace {

struct LooksAt {
  Period period;
  Span span;
};

void gather_lasting(const Plan& plan, ConditionId id, std::vector<LooksAt>& found) {
  if (const auto* lasting = std::get_if<Lasting>(&plan[id].node)) {
    found.push_back({lasting->period, plan[id].span});
  }
  for (const auto part : parts_of(plan[id])) gather_lasting(plan, part, found);
}

// The periods that move with the day: `in last 6 months`, `for 13 weeks`. A window that hangs on
// the need or the closure stands still and is no measure of how long an outcome lasts.
std::vector<LooksAt> looks_at(const Plan& plan, ConditionId outcome) {
  std::vector<LooksAt> found;
  each_number(plan, outcome, [&](NumberId id) {
    std::visit(
        [&](const auto& node) {
          if constexpr (requires { node.window; }) {
            if (node.window.kind == WindowKind::Last) {
              found.push_back({node.window.period, plan[id].span});
            }
          }
        },
        plan[id].node);
  });
  gather_lasting(plan, outcome, found);
  return found;
}

void add(Linting& linting, const Criterion& criterion, const LooksAt& longest) {
  const auto& plan = linting.plan;
  const auto own = linting.written.sustain(criterion);
  const auto window = place_of_word(plan, longest.span, to_text(longest.period));
  auto& found =
      linting.found.add(kSustainShorter, linting.place(own.value_or(window)), criterion.ref,
                        sustain_words(criterion.sustain), to_text(longest.period));
  found.hint =
      "if the window is the period meant, write `sustain in window`; otherwise ask for at least " +
      to_text(longest.period);
  if (own) found.labels.push_back({linting.place(window), "what the outcome looks at"});
  if (const auto of_plan = linting.written.plan_sustain(); !own && of_plan) {
    found.labels.push_back({linting.place(*of_plan), "the plan's own period, for want of another"});
  }
}

}  // namespace

void find_short_sustain(Linting& linting) {
  const auto& plan = linting.plan;
  for (const auto& criterion : plan.criteria) {
    if (!criterion.outcome || criterion.sustain.kind == SustainKind::InWindow) continue;
    const LooksAt* longest = nullptr;
    const auto all = looks_at(plan, *criterion.outcome);
    for (const auto& one : all) {
      if (!surely_shorter(criterion.sustain.period, one.period, plan.terms_a_year)) continue;
      if (!longest || surely_shorter(longest->period, one.period, plan.terms_a_year)) {
        longest = &one;
      }
    }
    if (longest) add(linting, criterion, *longest);
  }
}

}  // namespace hearth::lint
