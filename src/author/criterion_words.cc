#include "author/criterion_words.h"

#include <fmt/format.h>

#include "base/text.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

std::string condition(const Plan& plan, std::optional<ConditionId> id, std::string_view without) {
  return id ? condition_words(plan, *id) : std::string(without);
}

std::string of_plan(const Plan& plan, const Criterion& criterion) {
  const auto& headline = plan.headlines[criterion.headline.index];
  auto text = fmt::format("**{}** {}\n\n*{} {}*", criterion.ref, criterion.title, headline.ref,
                          headline.title);
  if (!criterion.flags.empty()) text += " · " + join(criterion.flags, ", ");
  text += fmt::format("\n\n- **Need:** {}", condition(plan, criterion.need, "under development"));
  text += fmt::format("\n- **Outcome:** {}", condition(plan, criterion.outcome, "undefined"));
  for (const auto id : criterion.supporting) {
    text += fmt::format("\n- **Recorded beside it:** {}", condition_words(plan, id));
  }
  text += fmt::format("\n- **Must last:** {}", sustain_words(plan, criterion));
  if (criterion.alone) {
    text += fmt::format("\n- **Stands alone while:** {}", condition_words(plan, *criterion.alone));
  }
  for (const auto& reading : criterion.readings) text += "\n- **Reading:** " + reading;
  if (!criterion.cites.empty()) text += "\n- **Cites:** " + criterion.cites;
  if (criterion.kinds) {
    text += fmt::format("\n- **Printed as:** {}", to_text(*criterion.kinds));
  }
  return text;
}

std::string of_document(const DeclaredName& name) {
  const auto& criterion = std::get<written::Criterion>(name.item->node);
  const auto& source = *name.tree->source;
  return fmt::format(
      "**{}** {}\n\n- **Need:** {}\n- **Outcome:** {}\n\nIn the document's own "
      "words, until nothing is wrong with the plan.",
      name.name, criterion.title.text, source.text(criterion.need_span),
      source.text(criterion.outcome_span));
}

}  // namespace

std::string criterion_words(const PlanReading& reading, const DeclaredName& name) {
  const auto id = reading.plan ? reading.plan->criterion(name.name) : std::nullopt;
  return id ? of_plan(*reading.plan, (*reading.plan)[*id]) : of_document(name);
}

}  // namespace hearth
