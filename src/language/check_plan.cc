#include "language/check_plan.h"

#include <algorithm>

#include "language/check_calendar.h"
#include "language/check_catalogue.h"
#include "language/check_criterion.h"
#include "language/check_definition.h"
#include "language/check_example.h"
#include "language/check_parameter.h"
#include "language/check_window.h"
#include "language/example_diagnostics.h"

namespace hearth {
namespace {

Span first_line(const Tree& tree, Span span) {
  const auto text = tree.source->text(span);
  return {span.offset, static_cast<std::uint32_t>(text.substr(0, text.find('\n')).size())};
}

void check_requirements(Checking& checking, const Tree& tree, const written::PlanItem& item) {
  auto& required = checking.plan.requirements;
  for (const auto& [requirement, span] : item.requirements) {
    if (std::ranges::count(required, requirement) > 0) {
      checking.report(kRequiredTwice, tree, span, tree.source->text(span));
    }
    required.push_back(requirement);
  }
}

void check_head(Checking& checking, const Tree& tree, const written::PlanItem& item) {
  auto& plan = checking.plan;
  plan.name = item.name.text;
  plan.title = item.title.text;
  if (const auto& in_force = item.in_force) {
    plan.in_force_from = in_force->from.date;
    if (in_force->to) plan.in_force_to = in_force->to->date;
    if (plan.in_force_to < plan.in_force_from) {
      checking.report(kNeverInForce, tree, in_force->span, plan.name).hint =
          "write the first day before the last";
    }
  }
  if (item.terms) plan.terms_a_year = item.terms->count;
  if (item.eligible) plan.eligibility = item.eligible->eligibility;
  if (item.scope) plan.scope = item.scope->scope;
  plan.elsewhere_once = item.elsewhere.has_value();
  check_requirements(checking, tree, item);
  if (!item.sustain) return;
  plan.sustain = item.sustain->sustain;
  Context context;
  context.tree = &tree;
  if (plan.sustain.kind != SustainKind::InWindow) {
    check_period(checking, context, plan.sustain.period, item.sustain->span);
  }
}

bool has_unread_items(const Tree& tree) {
  for (const auto& item : tree.items) {
    if (std::holds_alternative<written::Invalid>(item.node)) return true;
  }
  return false;
}

const written::PlanItem* check_plan_item(Checking& checking, const Tree& tree) {
  const written::PlanItem* plan = nullptr;
  for (const auto& item : tree.items) {
    const auto* found = std::get_if<written::PlanItem>(&item.node);
    if (found && plan) checking.report(kTwoPlans, tree, found->name.span, found->name.text);
    if (!found || plan) continue;
    plan = found;
    check_head(checking, tree, *plan);
  }
  if (!plan && !has_unread_items(tree)) {
    const auto length = static_cast<std::uint32_t>(tree.source->text().size());
    checking.report(kNoPlan, tree, first_line(tree, {0, length}));
  }
  return plan;
}

// A document that is used brings names; what is judged stands in the plan's own.
void report_plan_parts(Checking& checking, const Tree& tree) {
  const auto report = [&](Span span, const char* part) {
    checking.report(kPlanUsed, tree, first_line(tree, span), part);
  };
  for (const auto& item : tree.items) {
    if (std::holds_alternative<written::PlanItem>(item.node)) report(item.span, "plan");
    if (std::holds_alternative<written::Headline>(item.node)) report(item.span, "headline");
    if (std::holds_alternative<written::Criterion>(item.node)) report(item.span, "criterion");
  }
  for (const auto& example : tree.examples) {
    checking.report(kExampleWithoutPlan, tree, example.title.span, example.title.text);
  }
}

// What documents declare, each kind over all of them before the next that may speak of it.
void check_declarations(Checking& checking) {
  for (const auto* tree : checking.trees) check_record_types(checking, *tree);
  for (const auto* tree : checking.trees) check_measures(checking, *tree);
  for (const auto* tree : checking.trees) check_instruments(checking, *tree);
  check_calendars(checking);
}

void report_empty(Checking& checking, const Tree& tree, const written::PlanItem& item) {
  const auto& plan = checking.plan;
  if (plan.criteria.empty()) {
    if (!has_unread_items(tree)) checking.report(kNoCriteria, tree, item.name.span, plan.name);
    return;
  }
  const bool by_criteria = plan.eligibility.by == CountBy::Criteria;
  const auto there_are = by_criteria ? plan.criteria.size() : plan.headlines.size();
  if (!item.eligible || plan.eligibility.least <= static_cast<int>(there_are)) return;
  if (has_unread_items(tree)) return;
  checking.report(kNeverEligible, tree, item.eligible->span, plan.eligibility.least,
                  by_criteria ? "criteria" : "headlines", there_are);
}

}  // namespace

CheckedPlan check_plan(const std::vector<const Tree*>& trees) {
  Checking checking;
  checking.trees = trees;
  const auto& own = *trees.back();
  checking.plan.source = own.source;
  for (const auto* tree : trees) {
    if (tree != &own) report_plan_parts(checking, *tree);
  }
  check_declarations(checking);
  for (const auto* tree : trees) check_parameters(checking, *tree);
  for (const auto* tree : trees) gather_definitions(checking, *tree);
  const auto* head = check_plan_item(checking, own);
  for (const auto* tree : trees) check_parameter_starts(checking, *tree);
  check_definitions(checking);
  check_headlines(checking, own);
  if (head) report_empty(checking, own, *head);
  check_examples(checking, own);
  const bool good = !checking.diagnostics.has_errors();
  return {good ? std::make_shared<const Plan>(std::move(checking.plan)) : nullptr,
          std::move(checking.diagnostics)};
}

CheckedCatalogue check_catalogue(const std::vector<const Tree*>& trees) {
  Checking checking;
  checking.trees = trees;
  for (const auto* tree : trees) report_plan_parts(checking, *tree);
  check_declarations(checking);
  return {std::move(checking.plan.catalogue), std::move(checking.plan.terms),
          std::move(checking.diagnostics)};
}

}  // namespace hearth
