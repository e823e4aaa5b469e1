// A row that is printed as somebody's word and nothing else, and whose rule takes nobody's: the
// kind or the rule is not the one that was meant.
#include "author/lint_diagnostics.h"
#include "author/lint_passes.h"
#include "language/check_criterion.h"

namespace hearth::lint {
namespace {

constexpr std::string_view kWord = "statement";

void add(Linting& linting, const Criterion& criterion, std::string_view side, Span rule) {
  const auto kinds = linting.written.kinds(criterion, side);
  auto& found = linting.found.add(kNobodyAsked, linting.place(kinds), side, criterion.ref);
  found.labels.push_back({linting.place(rule), "the rule"});
  found.hint = "write the kind that is printed, or a rule that takes a statement or a concern";
}

}  // namespace

void find_nobody_asked(Linting& linting) {
  const auto& plan = linting.plan;
  for (const auto& criterion : plan.criteria) {
    if (!criterion.kinds) continue;
    const auto unasked = [&](const PrintedKind& kind, std::optional<ConditionId> rule) {
      return rule && asks_only(kind, kWord) && !takes_a_word(plan, *rule);
    };
    if (unasked(criterion.kinds->entry, criterion.need)) {
      add(linting, criterion, "entry", criterion.need_span);
    }
    if (unasked(criterion.kinds->outcome, criterion.outcome)) {
      add(linting, criterion, "outcome", criterion.outcome_span);
    }
  }
}

}  // namespace hearth::lint
