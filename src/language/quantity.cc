#include "language/quantity.h"

#include <array>

#include "language/plan.h"

namespace hearth {
namespace {

bool bare(Quantity quantity) {
  return quantity <= Quantity::Age;  // written as a number without a sign
}

template <typename Node>
Quantity of_fields(const Plan& plan, const Node& node) {
  if (node.fields.empty()) return Quantity::Amount;
  const auto& type = plan.catalogue[node.records.picks.front().type];
  return quantity_of(type, type[node.fields.front()]);
}

}  // namespace

std::string_view to_text(Quantity quantity) {
  static constexpr std::array<std::string_view, 14> kNames = {
      "a number",       "a count", "a number of days", "a number of sessions",
      "an amount",      "a score", "an age",           "a percentage",
      "a sum of money", "a date",  "yes or no",        "a step of a list",
      "a code",         "a text"};
  return kNames[static_cast<std::size_t>(quantity)];
}

Quantity quantity_of(const RecordType& type, const Field& field) {
  switch (field.kind) {
    case FieldKind::Number:
      if (type.shape == Shape::Term) return Quantity::Sessions;
      if (type.name == "score" && field.name == "value") return Quantity::Score;
      return field.name == "days" ? Quantity::Days : Quantity::Amount;
    case FieldKind::Money: return Quantity::Money;
    case FieldKind::Flag: return Quantity::Truth;
    case FieldKind::Code: return field.in_order ? Quantity::Grade : Quantity::Code;
    case FieldKind::Date: return Quantity::Date;
    case FieldKind::Text: return Quantity::Text;
  }
  return Quantity::Amount;
}

Quantity quantity_of(const Plan& plan, const Number& number) {
  struct {
    const Plan& plan;
    Quantity operator()(const Literal&) const { return Quantity::Plain; }
    Quantity operator()(const ParameterValue& value) const {
      return plan.parameters[value.parameter.index].quantity;
    }
    Quantity operator()(const Count&) const { return Quantity::Count; }
    Quantity operator()(const Sum& sum) const { return of_fields(plan, sum); }
    Quantity operator()(const DaysOn&) const { return Quantity::Days; }
    Quantity operator()(const DaysWith&) const { return Quantity::Days; }
    Quantity operator()(const Latest& latest) const { return of_fields(plan, latest); }
    Quantity operator()(const MeasureIn&) const { return Quantity::Percentage; }
    Quantity operator()(const Age&) const { return Quantity::Age; }
  } const quantity{plan};
  return std::visit(quantity, number.node);
}

const Field* field_of(const Plan& plan, const Number& number) {
  const auto first = [&](const auto& node) -> const Field* {
    if (node.fields.empty()) return nullptr;
    return &plan.catalogue[node.records.picks.front().type][node.fields.front()];
  };
  if (const auto* sum = std::get_if<Sum>(&number.node)) return first(*sum);
  if (const auto* latest = std::get_if<Latest>(&number.node)) return first(*latest);
  return nullptr;
}

bool alike(Quantity a, Quantity b) {
  if (a == Quantity::Plain) return bare(b);
  if (b == Quantity::Plain) return bare(a);
  return a == b;
}

bool ordered(Quantity quantity) {
  return quantity != Quantity::Truth && quantity != Quantity::Code && quantity != Quantity::Text;
}

}  // namespace hearth
