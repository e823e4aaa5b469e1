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

}  // namespace

void check_parameters(Checking& checking, const Tree& tree) {
  for (const auto& item : tree.items) {
    if (const auto* parameter = std::get_if<written::Parameter>(&item.node)) {
      check_parameter(checking, tree, *parameter);
    }
  }
}

}  // namespace hearth
