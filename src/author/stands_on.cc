#include "author/stands_on.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "language/condition_parts.h"
#include "language/describe_number.h"
#include "language/records_read.h"

namespace hearth {
namespace {

std::string limits_words(const Field& field) {
  if (!field.least && !field.most) return {};
  return fmt::format(" from {} to {}", field.least ? fmt::format("{}", *field.least) : "any",
                     field.most ? fmt::format("{}", *field.most) : "any");
}

// An open list takes up the codes that a plan or the data use, so what it holds says nothing.
std::string field_words(const Field& field) {
  static constexpr std::array kKinds = {"number", "money", "flag", "code", "date", "text"};
  std::string words = kKinds[static_cast<std::size_t>(field.kind)] + limits_words(field);
  if (field.open && !field.in_order) return words + ", open";
  auto codes = field.codes;
  if (field.in_order)
    words += " in order";
  else
    std::ranges::sort(codes);
  return codes.empty() ? words : words + " " + join(codes, " ");
}

std::string checks_words(const RecordType& type) {
  std::vector<std::string> checks;
  for (const auto& check : type.checks) {
    std::vector<std::string> parts;
    for (const auto part : check.parts) parts.push_back(type[part].name);
    checks.push_back(join(parts, " + ") + " <= " + type[check.whole].name);
  }
  std::ranges::sort(checks);
  return join(checks, "; ");
}

Declared declared(const RecordType& type) {
  static constexpr std::array kShapes = {"event", "spell", "reading", "term", "statement"};
  std::vector<Said> said = {{"shape", kShapes[static_cast<std::size_t>(type.shape)]}};
  for (const auto& field : type.fields) said.push_back({"field " + field.name, field_words(field)});
  if (!type.checks.empty()) said.push_back({"check", checks_words(type)});
  if (type.always_covered) said.push_back({"covered", "always"});
  if (type.carry_days > 0) said.push_back({"carry", fmt::format("{} days", type.carry_days)});
  return {PlanPart::RecordType, type.name, std::move(said)};
}

Declared declared(const Catalogue& catalogue, const Measure& measure) {
  const auto& type = catalogue[measure.type];
  std::string top;
  for (const auto& part : measure.top) {
    if (!top.empty() || part.sign < 0) top += part.sign < 0 ? " - " : " + ";
    top += type[part.field].name;
  }
  return {PlanPart::Measure,
          measure.name,
          {{"formula", fmt::format("({}) / {} of {}", top, type[measure.bottom].name, type.name)}}};
}

Declared declared(const Instrument& instrument) {
  return {PlanPart::Instrument,
          instrument.code,
          {{"range", fmt::format("{} to {}", instrument.low, instrument.high)},
           {"better", instrument.higher_is_better ? "higher" : "lower"},
           {"change", fmt::format("{}", instrument.least_change)}}};
}

bool any_condition(const Plan& plan, ConditionId id, const auto& holds) {
  if (holds(plan[id])) return true;
  return std::ranges::any_of(parts_of(plan[id]),
                             [&](ConditionId part) { return any_condition(plan, part, holds); });
}

bool improves(const Plan& plan, ConditionId id) {
  return any_condition(plan, id, [](const Condition& condition) {
    return std::holds_alternative<Improves>(condition.node);
  });
}

// A window or a lasting period of school terms.
bool counts_terms(const Plan& plan, ConditionId id) {
  const bool lasts = any_condition(plan, id, [](const Condition& condition) {
    const auto* lasting = std::get_if<Lasting>(&condition.node);
    return lasting && lasting->period.unit == Unit::Term;
  });
  bool found = lasts;
  each_number(plan, id, [&](NumberId number) {
    std::visit(
        [&](const auto& node) {
          if constexpr (requires { node.window; }) found |= node.window.period.unit == Unit::Term;
        },
        plan[number].node);
  });
  return found;
}

}  // namespace

Declared declared(const Plan&, const Parameter& parameter) {
  std::vector<Said> said;
  for (const auto& [from, value] : parameter.values) {
    said.push_back({"from " + to_text(from), value_words(value, parameter.quantity, nullptr)});
  }
  return {PlanPart::Parameter, parameter.name, std::move(said)};
}

Declared declared_calendar(const Plan& plan) {
  std::vector<Said> said;
  for (const auto& term : plan.terms.terms()) {
    said.push_back({term.name, to_text(term.first) + " to " + to_text(term.last)});
  }
  return {PlanPart::Calendar, {}, std::move(said)};
}

std::vector<Declared> stands_on(const Plan& plan, ConditionId id) {
  std::map<std::pair<PlanPart, std::string>, Declared> found;
  const auto add = [&](Declared one) {
    const auto key = std::pair(one.part, one.name);
    found.emplace(key, std::move(one));
  };
  const auto& catalogue = plan.catalogue;
  each_number(plan, id, [&](NumberId number) {
    const auto& node = plan[number].node;
    if (const auto* value = std::get_if<ParameterValue>(&node)) {
      add(declared(plan, plan.parameters[value->parameter.index]));
    }
    if (const auto* measure = std::get_if<MeasureIn>(&node)) {
      add(declared(catalogue, catalogue[measure->measure]));
    }
  });
  each_record_type(plan, id, [&](RecordTypeId type) { add(declared(catalogue[type])); });
  if (improves(plan, id)) {
    for (const auto& instrument : catalogue.instruments) add(declared(instrument));
  }
  if (counts_terms(plan, id)) add(declared_calendar(plan));
  std::vector<Declared> list;
  for (auto& [key, one] : found) list.push_back(std::move(one));
  return list;
}

}  // namespace hearth
