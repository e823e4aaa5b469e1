// Criteria that no facts can meet.
#include "author/author_words.h"
#include "author/lint_diagnostics.h"
#include "author/lint_passes.h"
#include "author/never.h"

namespace hearth::lint {
namespace {

std::string words_of(const Plan& plan, const Demand& demand) {
  return (demand.holds ? "`" : "`not ") + quoted(plan, demand.span) + "`";
}

std::string reason(const Plan& plan, const Never& never) {
  if (!never.ruled_out_by) return words_of(plan, never.part) + " never holds";
  if (never.ruled_out_by->span == never.part.span) {
    return words_of(plan, never.part) + " contradicts itself";
  }
  return words_of(plan, never.part) + " is ruled out by " + words_of(plan, *never.ruled_out_by);
}

void explain(Linting& linting, Diagnostic& found, const Never& never) {
  if (!never.ruled_out_by) {
    found.hint = "no record and no number is ever like that; put right what is asked for";
    return;
  }
  found.hint = "put right the one that is not meant; if either will do, join them with `or`";
  if (never.ruled_out_by->span == never.part.span) return;
  found.labels.push_back({linting.place(never.ruled_out_by->span), "this rules it out"});
}

}  // namespace

void find_never(Linting& linting) {
  const auto& plan = linting.plan;
  for (const auto& criterion : plan.criteria) {
    if (!criterion.need) continue;
    if (const auto never = why_never(plan, *criterion.need, {})) {
      explain(linting,
              linting.found.add(kNeverNeed, linting.place(never->part.span), criterion.ref,
                                reason(plan, *never)),
              *never);
      continue;
    }
    if (!criterion.outcome) continue;
    const auto in_need = known_of_those_in_need(plan, criterion);
    if (const auto never = why_never(plan, *criterion.outcome, in_need)) {
      explain(linting,
              linting.found.add(kNeverAchieved, linting.place(never->part.span), criterion.ref,
                                reason(plan, *never)),
              *never);
    }
  }
}

}  // namespace hearth::lint
