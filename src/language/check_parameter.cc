#include "language/check_parameter.h"

#include <algorithm>

#include "language/check_value.h"

namespace hearth {
namespace {

bool is_unread(const written::ParameterFrom& line) {
  return line.value.kind == written::ValueKind::Invalid || line.from.span.length == 0;
}

// One step, or nothing once it is reported.
std::optional<Parameter::From> check_step(Checking& checking, const Tree& tree,
                                          const Parameter& before,
                                          const written::ParameterFrom& line) {
  const auto quantity = quantity_of(line.value);
  if (quantity == Quantity::Code || quantity == Quantity::Text) {
    checking.report(kParameterValue, tree, line.value.span, line.value.text).hint =
        "a number, a percentage, a sum of money, a date, yes or no";
    return std::nullopt;
  }
  if (!before.values.empty() && quantity != before.quantity) {
    checking.report(kParameterMixed, tree, line.value.span, before.name, to_text(before.quantity),
                    to_text(quantity));
    return std::nullopt;
  }
  if (!before.values.empty() && line.from.date <= before.values.back().from) {
    checking.report(kParameterOutOfOrder, tree, line.span, before.name);
    return std::nullopt;
  }
  return Parameter::From{line.from.date, plain_value(line.value)};
}

void check_parameter(Checking& checking, const Tree& tree, const written::Parameter& item) {
  if (!checking.claim_name("parameter", tree, item.name)) return;
  if (checking.plan.catalogue.measure(item.name.text)) {
    checking.report(kDuplicateName, tree, item.name.span, "measure", item.name.text);
  }
  Parameter parameter;
  parameter.name = item.name.text;
  for (const auto& line : item.values) {
    if (is_unread(line)) continue;
    const auto step = check_step(checking, tree, parameter, line);
    if (!step) continue;
    parameter.quantity = quantity_of(line.value);
    parameter.values.push_back(*step);
  }
  checking.plan.parameters.push_back(std::move(parameter));
}

// A family judged on a day without a value is unknown for want of it.
void report_late_start(Checking& checking, const Tree& tree, const written::Parameter& item) {
  const Date in_force = checking.plan.in_force_from;
  const auto& parameters = checking.plan.parameters;
  const auto known = std::ranges::find(parameters, item.name.text, &Parameter::name);
  if (in_force <= kBeginning || known == parameters.end() || known->values.empty()) return;
  if (known->values.front().from <= in_force) return;
  const auto span = item.values.front().from.span;
  checking.report(kParameterStartsLate, tree, span, item.name.text, to_text(in_force)).hint =
      "give it a value from " + to_text(in_force) + ", or earlier";
}

template <typename F>
void each_parameter(const Tree& tree, F f) {
  for (const auto& item : tree.items) {
    if (const auto* parameter = std::get_if<written::Parameter>(&item.node)) f(*parameter);
  }
}

}  // namespace

void check_parameters(Checking& checking, const Tree& tree) {
  each_parameter(tree, [&](const auto& item) { check_parameter(checking, tree, item); });
}

void check_parameter_starts(Checking& checking, const Tree& tree) {
  each_parameter(tree, [&](const auto& item) { report_late_start(checking, tree, item); });
}

}  // namespace hearth
