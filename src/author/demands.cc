#include "author/demands.h"

#include <algorithm>

#include "author/comparable_rule.h"
#include "author/within.h"
#include "language/check_range.h"

namespace hearth {
namespace {

constexpr int kGrownUp = 18;
constexpr int kDependentBefore = 19;
constexpr int kOldest = 130;
const char* const kAge = "age";

Comparison opposite(Comparison comparison) {
  switch (comparison) {
    case Comparison::Less: return Comparison::GreaterOrEqual;
    case Comparison::LessOrEqual: return Comparison::Greater;
    case Comparison::Greater: return Comparison::LessOrEqual;
    case Comparison::GreaterOrEqual: return Comparison::Less;
    case Comparison::Equal: return Comparison::NotEqual;
    case Comparison::NotEqual: break;
  }
  return Comparison::Equal;
}

Comparison turned_round(Comparison comparison) {
  switch (comparison) {
    case Comparison::Less: return Comparison::Greater;
    case Comparison::LessOrEqual: return Comparison::GreaterOrEqual;
    case Comparison::Greater: return Comparison::Less;
    case Comparison::GreaterOrEqual: return Comparison::LessOrEqual;
    default: return comparison;
  }
}

// The value of a literal, or of a parameter on whichever day.
std::optional<Bounds> fixed_value(const Plan& plan, NumberId id) {
  if (const auto* literal = std::get_if<Literal>(&plan[id].node)) {
    return Bounds::exactly(literal->value);
  }
  const auto* value = std::get_if<ParameterValue>(&plan[id].node);
  if (!value || plan.parameters[value->parameter.index].values.empty()) return std::nullopt;
  const auto& steps = plan.parameters[value->parameter.index].values;
  const auto [low, high] = std::ranges::minmax_element(steps, {}, &Parameter::From::value);
  return Bounds{low->value, high->value};
}

bool whole(const Number& number) {
  return std::holds_alternative<Count>(number.node) ||
         std::holds_alternative<DaysOn>(number.node) ||
         std::holds_alternative<DaysWith>(number.node) || std::holds_alternative<Age>(number.node);
}

const Window* window_of(const Number& number) {
  return std::visit(
      [](const auto& node) -> const Window* {
        if constexpr (requires { node.window; }) return &node.window;
        return nullptr;
      },
      number.node);
}

std::optional<Demand> compared(const Plan& plan, const Compare& compare, const Holding& part) {
  const auto right = fixed_value(plan, compare.right);
  const auto left = fixed_value(plan, compare.left);
  if (right.has_value() == left.has_value()) return std::nullopt;
  const auto& number = plan[right ? compare.left : compare.right];
  auto comparison = right ? compare.comparison : turned_round(compare.comparison);
  if (!part.holds) comparison = opposite(comparison);
  Demand demand;
  demand.number = comparable(plan, number);
  const auto natural = range_of(plan, number);
  demand.values = Interval::where(comparison, right ? *right : *left) &
                  Interval::between(natural.least, natural.most);
  if (whole(number)) demand.values = demand.values.in_whole_numbers();
  const auto* window = window_of(number);
  if (window && window->kind == WindowKind::Last) demand.moving = number;
  if (const auto* count = std::get_if<Count>(&number.node)) {
    demand.counted = true;
    demand.records = count->records;
    demand.window = count->window;
  }
  return demand;
}

bool all_spells(const Plan& plan, const Selector& records) {
  return std::ranges::all_of(records.picks, [&](const Pick& pick) {
    return plan.catalogue[pick.type].shape == Shape::Spell;
  });
}

Demand standing(const Plan& plan, const On& on, bool holds) {
  Demand demand;
  demand.number = "on " + comparable(plan.catalogue, on.records);
  demand.values.least = demand.values.most = holds ? 1 : 0;
  if (holds) demand.values.most = std::numeric_limits<double>::infinity();
  // A reading stands by its own rule: another one may have stood on the day.
  demand.counted = all_spells(plan, on.records);
  demand.records = on.records;
  return demand;
}

bool looks_from_the_day(const Selector& records) {
  return std::ranges::any_of(records.picks, [](const Pick& pick) {
    return std::ranges::any_of(pick.where, &Where::dated);
  });
}

// ---- tests that no record passes ---------------------------------------------------------------

Interval allowed(const Where& where) {
  if (where.dated()) return {};  // which dates pass depends on the day
  static constexpr Comparison kSame[] = {
      Comparison::Equal,   Comparison::NotEqual,       Comparison::Less, Comparison::LessOrEqual,
      Comparison::Greater, Comparison::GreaterOrEqual, Comparison::Equal};
  return Interval::where(kSame[static_cast<std::size_t>(where.test)],
                         Bounds::exactly(where.values.front()));
}

bool passes(double value, const Where& where) {
  if (where.test == FieldTest::Equal || where.test == FieldTest::In) {
    return std::ranges::count(where.values, value) > 0;
  }
  return !(allowed(where) & Interval::between(value, value)).empty();
}

bool is_list(const Where& where) {
  return where.test == FieldTest::Equal || where.test == FieldTest::In;
}

// Every value the field has, where they can be listed.
std::vector<double> values_of(const Field& field, const std::vector<Where>& tests) {
  std::vector<double> values;
  if (field.kind == FieldKind::Flag) return {0, 1};
  const bool closed = field.kind == FieldKind::Code && !field.open;
  for (std::size_t i = 0; closed && i < field.codes.size(); ++i) {
    values.push_back(static_cast<double>(i));
  }
  const auto list = std::ranges::find_if(tests, is_list);
  return closed || list == tests.end() ? values : list->values;
}

bool no_value_passes(const Field& field, const std::vector<Where>& tests) {
  const auto values = values_of(field, tests);
  const auto passes_all = [&](double value) {
    return std::ranges::all_of(tests, [&](const Where& test) { return passes(value, test); });
  };
  if (!values.empty()) return std::ranges::none_of(values, passes_all);
  Interval left;
  if (field.least) left.least = *field.least;
  if (field.most) left.most = *field.most;
  for (const auto& test : tests) left = left & allowed(test);
  return left.empty();
}

bool no_record_passes(const Plan& plan, const Pick& pick) {
  return std::ranges::any_of(pick.where, [&](const Where& where) {
    std::vector<Where> same;
    std::ranges::copy_if(pick.where, std::back_inserter(same),
                         [&](const Where& other) { return other.field == where.field; });
    return no_value_passes(plan.catalogue[pick.type][where.field], same);
  });
}

// Whether what is counted in `a` is also counted in `b`.
bool counted_too(const Plan& plan, const Demand& a, const Demand& b) {
  if (!within(a.records, b.records)) return false;
  if (a.window && b.window) return within(*a.window, *b.window, plan.terms_a_year);
  if (!b.window) return !a.window;
  const bool holds_today = b.window->kind == WindowKind::Last &&
                           b.window->period.unit != Unit::Term && b.window->period.count > 0;
  return holds_today || b.window->kind == WindowKind::Ever;
}

Demand from_then_on(const Demand& demand) {
  auto ever = demand;
  ever.values.most = std::numeric_limits<double>::infinity();
  ever.values.below_most = false;
  ever.values.but.reset();
  ever.moving.reset();
  return ever;
}

}  // namespace

std::optional<Demand> demand_of(const Plan& plan, const Holding& part) {
  const auto& condition = plan[part.condition];
  std::optional<Demand> demand;
  if (const auto* compare = std::get_if<Compare>(&condition.node)) {
    demand = compared(plan, *compare, part);
  } else if (const auto* on = std::get_if<On>(&condition.node)) {
    demand = standing(plan, *on, part.holds);
  }
  if (!demand) return std::nullopt;
  demand->span = condition.span;
  demand->holds = part.holds;
  return demand;
}

std::optional<Demand> demand_of(const Who& who, Span span) {
  Demand demand;
  demand.number = kAge;
  demand.span = span;
  demand.values = Interval::between(0, kOldest);
  if (who.kind == Kind::Adult) demand.values.least = kGrownUp;
  if (who.kind == Kind::Child) demand.values.most = kGrownUp - 1;
  if (who.kind == Kind::DependentChild) demand.values.most = kDependentBefore - 1;
  if (who.age_from) demand.values.least = std::max<double>(demand.values.least, *who.age_from);
  if (who.age_to) demand.values.most = std::min<double>(demand.values.most, *who.age_to);
  const bool says_nothing = demand.values.least == 0 && demand.values.most == kOldest;
  return says_nothing ? std::nullopt : std::optional(demand);
}

bool impossible(const Plan& plan, const Demand& demand) {
  if (demand.values.empty()) return true;
  const bool some = !demand.records.picks.empty() && demand.values.least > 0;
  return some && std::ranges::all_of(demand.records.picks, [&](const Pick& pick) {
           return no_record_passes(plan, pick);
         });
}

bool rule_each_other_out(const Plan& plan, const Demand& a, const Demand& b) {
  if (a.number == b.number && (a.values & b.values).empty()) return true;
  if (!a.counted || !b.counted) return false;
  if (a.values.least > b.values.most && counted_too(plan, a, b)) return true;
  return b.values.least > a.values.most && counted_too(plan, b, a);
}

std::vector<Demand> later(const Plan& plan, const Demand& demand) {
  std::vector<Demand> still;
  if (looks_from_the_day(demand.records)) return still;
  if (demand.number == kAge) still.push_back(from_then_on(demand));
  if (demand.moving) {
    auto fixed = demand;
    fixed.moving.reset();
    auto number = *demand.moving;
    std::visit(
        [](auto& node) {
          if constexpr (requires { node.window; }) {
            node.window = {WindowKind::Before, node.window.period, Anchor::Need};
          }
        },
        number.node);
    fixed.number = comparable(plan, number);
    if (fixed.counted) fixed.window = *window_of(number);
    still.push_back(std::move(fixed));
  }
  const bool in_past = !demand.window || demand.window->kind == WindowKind::Last ||
                       demand.window->kind == WindowKind::Ever;
  if (demand.counted && in_past && demand.values.least > 0) {
    auto ever = from_then_on(demand);
    ever.number.clear();
    ever.window = Window{};
    still.push_back(std::move(ever));
  }
  return still;
}

}  // namespace hearth
