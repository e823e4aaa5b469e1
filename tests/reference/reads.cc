#include "reference/reads.h"

#include "reference/numbers.h"

namespace hearth::reference {
namespace {

struct Parts {
  using List = std::vector<ConditionId>;
  List operator()(const All& all) const { return all.parts; }
  List operator()(const AtLeast& some) const { return some.parts; }
  List operator()(const Not& node) const { return {node.part}; }
  List operator()(const IfThenElse& node) const {
    return {node.condition, node.then_part, node.else_part};
  }
  List operator()(const People& node) const {
    if (node.who.condition) return {*node.who.condition, node.body};
    return {node.body};
  }
  List operator()(const FamilySum& node) const { return {node.body}; }
  List operator()(const Lasting& node) const { return {node.part}; }
  List operator()(const LastingWeeks& node) const { return {node.part}; }
  List operator()(const auto&) const { return {}; }
};

// The records a condition reads by itself, not through its parts.
struct Own {
  using List = std::vector<Selector>;
  const Case& c;

  List of(NumberId number) const {
    List list;
    if (const auto selector = selector_of(c, c.plan[number])) list.push_back(*selector);
    const auto window = window_of(c.plan[number]);
    if (window && window->ended.exists()) list.push_back(c.plan[window->ended]);
    return list;
  }
  List of(NumberId a, NumberId b) const {
    auto list = of(a);
    for (auto& selector : of(b)) list.push_back(std::move(selector));
    return list;
  }
  List operator()(const On& node) const { return {node.records}; }
  List operator()(const Improves& node) const { return {node.scores}; }
  List operator()(const Compare& node) const { return of(node.left, node.right); }
  List operator()(const Change& node) const { return of(node.later, node.earlier); }
  List operator()(const auto&) const { return {}; }
};

}  // namespace

std::vector<ConditionId> parts_of(const Condition& condition) {
  return std::visit(Parts{}, condition.node);
}

std::set<RecordTypeId> types_read(const Case& c, ConditionId condition) {
  std::set<RecordTypeId> types;
  for (const auto& selector : std::visit(Own{c}, c.plan[condition].node)) {
    for (const auto& pick : selector.picks) types.insert(pick.type);
  }
  for (const auto part : parts_of(c.plan[condition])) types.merge(types_read(c, part));
  return types;
}

std::vector<ConditionId> marking_people(const Plan& plan, ConditionId condition) {
  const auto& node = plan[condition].node;
  if (std::holds_alternative<Not>(node)) return {};
  std::vector<ConditionId> marking;
  if (const auto* people = std::get_if<People>(&node)) {
    if (people->who.quantifier == Quantifier::No) return {};
    if (!people->who.in_need()) marking.push_back(condition);
  }
  for (const auto part : parts_of(plan[condition])) {
    for (const auto found : marking_people(plan, part)) marking.push_back(found);
  }
  return marking;
}

}  // namespace hearth::reference
