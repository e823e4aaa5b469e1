#include "author/plan_reading.h"

#include <algorithm>

#include "author/lint_plan.h"
#include "language/check_diagnostics.h"
#include "language/check_plan.h"

namespace hearth {
namespace {

template <typename Node>
bool has(const Tree& tree) {
  return std::ranges::any_of(tree.items, [](const written::Item& item) {
    return std::holds_alternative<Node>(item.node);
  });
}

bool wants_a_plan(const Tree& tree) {
  return has<written::PlanItem>(tree) || has<written::Headline>(tree) ||
         has<written::Criterion>(tree) || !tree.examples.empty();
}

void add(const Diagnostics& more, PlanReading& reading) {
  std::ranges::copy(more.list(), std::back_inserter(reading.diagnostics));
}

void check(PlanReading& reading, const Tree& own) {
  const bool plan = wants_a_plan(own);
  auto checked = check_plan(reading.documents.in_order());
  add(checked.diagnostics, reading);
  if (plan) {
    if (!reading.has_errors()) reading.plan = std::move(checked.plan);
    if (reading.plan) add(lint_plan(*reading.plan, std::nullopt), reading);
    return;
  }
  std::erase_if(reading.diagnostics,
                [](const Diagnostic& diagnostic) { return diagnostic.kind->name == kNoPlan.name; });
}

}  // namespace

const Tree* PlanReading::own() const {
  return documents.found ? documents.trees.back().get() : nullptr;
}

bool PlanReading::has_errors() const {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.kind->severity == Severity::Error;
  });
}

PlanReading read_plan(const std::string& path, const ReadDocument& read) {
  PlanReading reading;
  reading.documents = read_documents(path, read);
  const auto trees = reading.documents.in_order();
  add(reading.documents.diagnostics, reading);
  reading.names = DeclaredNames(trees);
  reading.catalogue = check_catalogue(trees).catalogue;
  if (const auto* own = reading.own()) check(reading, *own);
  return reading;
}

}  // namespace hearth
