#include "language/records_read.h"

namespace hearth {
namespace {

using SeenNumber = std::function<void(NumberId)>;
using SeenSelector = std::function<void(const Selector&)>;

// Goes through a condition and its parts, and calls back for what they read.
struct Walk {
  const Plan& plan;
  const SeenNumber& number;
  const SeenSelector& selector;

  void into(ConditionId id) const { std::visit(*this, plan[id].node); }
  void into(const std::vector<ConditionId>& parts) const {
    for (const auto part : parts) into(part);
  }
  void read(NumberId id) const {
    if (number) number(id);
    if (!selector) return;
    std::visit(
        [&](const auto& node) {
          if constexpr (requires { node.records; }) selector(node.records);
          if constexpr (requires { node.window; }) {
            if (node.window.ended.exists()) selector(plan[node.window.ended]);
          }
        },
        plan[id].node);
  }

  void operator()(const All& all) const { into(all.parts); }
  void operator()(const AtLeast& list) const { into(list.parts); }
  void operator()(const Not& negated) const { into(negated.part); }
  void operator()(const IfThenElse& choice) const {
    into({choice.condition, choice.then_part, choice.else_part});
  }
  void operator()(const People& people) const {
    if (people.who.condition) into(*people.who.condition);
    into(people.body);
  }
  void operator()(const FamilySum& family) const { into(family.body); }
  void operator()(const On& on) const {
    if (selector) selector(on.records);
  }
  void operator()(const Compare& compare) const {
    read(compare.left);
    read(compare.right);
  }
  void operator()(const Change& change) const {
    read(change.later);
    read(change.earlier);
  }
  void operator()(const Improves& improves) const {
    if (selector) selector(improves.scores);
  }
  void operator()(const Lasting& lasting) const { into(lasting.part); }
  void operator()(const LastingWeeks& lasting) const { into(lasting.part); }
  void operator()(const HasRole&) const {}
};

}  // namespace

void each_selector(const Plan& plan, ConditionId id, const SeenSelector& seen) {
  Walk{plan, {}, seen}.into(id);
}

void each_number(const Plan& plan, ConditionId id, const SeenNumber& seen) {
  Walk{plan, seen, {}}.into(id);
}

void each_record_type(const Plan& plan, ConditionId id,
                      const std::function<void(RecordTypeId)>& seen) {
  each_selector(plan, id, [&](const Selector& records) {
    for (const auto& pick : records.picks) seen(pick.type);
  });
  each_number(plan, id, [&](NumberId number) {
    const auto* measure = std::get_if<MeasureIn>(&plan[number].node);
    if (measure) seen(plan.catalogue[measure->measure].type);
  });
}

std::vector<bool> record_types_read(const Plan& plan) {
  std::vector<bool> read(plan.catalogue.record_types.size());
  const auto see = [&](ConditionId id) {
    each_record_type(plan, id, [&](RecordTypeId type) { read[type.index] = true; });
  };
  for (const auto& criterion : plan.criteria) {
    if (criterion.need) see(*criterion.need);
    if (criterion.outcome) see(*criterion.outcome);
    for (const auto part : criterion.supporting) see(part);
    if (criterion.sooner) see(*criterion.sooner);
    if (criterion.alone) see(*criterion.alone);
  }
  return read;
}

}  // namespace hearth
