#include "author/written_criteria.h"

#include "language/parse_document.h"

namespace hearth {

WrittenCriteria::WrittenCriteria(const Plan& plan) : tree_(parse_document(plan.source).tree) {}

const written::Criterion* WrittenCriteria::written(const Criterion& criterion) const {
  for (const auto& item : tree_.items) {
    const auto* found = std::get_if<written::Criterion>(&item.node);
    if (found && found->ref.text == criterion.ref) return found;
  }
  return nullptr;
}

Span WrittenCriteria::ref(const Criterion& criterion) const {
  const auto* found = written(criterion);
  return found ? found->ref.span : criterion.span;
}

std::optional<Span> WrittenCriteria::sustain(const Criterion& criterion) const {
  const auto* found = written(criterion);
  if (!found || !found->sustain) return std::nullopt;
  return found->sustain->span;
}

Span WrittenCriteria::kinds(const Criterion& criterion, std::string_view side) const {
  const auto* found = written(criterion);
  if (!found || !found->kinds) return criterion.span;
  return side == "entry" ? found->kinds->entry_span : found->kinds->outcome_span;
}

std::optional<Span> WrittenCriteria::plan_sustain() const {
  for (const auto& item : tree_.items) {
    const auto* plan = std::get_if<written::PlanItem>(&item.node);
    if (plan && plan->sustain) return plan->sustain->span;
  }
  return std::nullopt;
}

Span WrittenCriteria::source(const Criterion& criterion, std::size_t at) const {
  const auto* found = written(criterion);
  return found && at < found->sources.size() ? found->sources[at].span : criterion.span;
}

}  // namespace hearth
