#include "engine/plan_rows.h"

#include "language/describe_plan.h"

namespace hearth {
namespace {

std::string to_text(Decided decided) {
  switch (decided) {
    case Decided::Rule: return "rule";
    case Decided::Statement: return "statement";
    case Decided::Undefined: return "undefined";
  }
  return {};
}

}  // namespace

std::array<Cell, PlanRow::kColumns.size()> PlanRow::cells() const {
  using Text = std::string_view;
  return {Text(plan),        Text(headline),     Text(ref),     Text(title),
          Text(entry),       Text(outcome),      Text(sustain), std::span<const std::string>(flags),
          Text(entry_kinds), Text(outcome_kinds)};
}

std::vector<PlanRow> plan_rows(const Plan& plan) {
  std::vector<PlanRow> rows;
  for (const auto& criterion : plan.criteria) {
    rows.push_back({.plan = plan.name,
                    .headline = plan.headlines[criterion.headline.index].ref,
                    .ref = criterion.ref,
                    .title = criterion.title,
                    .entry = to_text(criterion.entry_decided),
                    .outcome = to_text(criterion.outcome_decided),
                    .sustain = sustain_words(plan, criterion),
                    .flags = criterion.flags,
                    .entry_kinds = criterion.kinds ? to_text(criterion.kinds->entry) : "",
                    .outcome_kinds = criterion.kinds ? to_text(criterion.kinds->outcome) : ""});
  }
  return rows;
}

}  // namespace hearth
