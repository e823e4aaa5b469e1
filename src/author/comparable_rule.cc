#include "author/comparable_rule.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>
#include <set>

#include "language/describe_number.h"

namespace hearth {
namespace {

// To the last bit, as words for readers are not.
std::string exactly(double value) { return fmt::format("{:.17g}", value); }

std::string value_text(const Field& field, double value) {
  const auto index = static_cast<std::size_t>(value);
  const bool code = field.kind == FieldKind::Code && index < field.codes.size();
  return code ? field.codes[index] : exactly(value);
}

std::string where_text(const RecordType& type, const Where& where) {
  const auto& field = type[where.field];
  std::set<std::string> values;
  for (const auto value : where.values) values.insert(value_text(field, value));
  if (where.dated()) values.insert(comparable(where.period));
  const bool one_of_one = where.test == FieldTest::In && values.size() == 1;
  const auto test = one_of_one ? FieldTest::Equal : where.test;
  return fmt::format("{} {} {}", field.name, static_cast<int>(test), fmt::join(values, ","));
}

std::string pick_text(const Catalogue& catalogue, const Pick& pick) {
  const auto& type = catalogue[pick.type];
  std::set<std::string> tests;
  for (const auto& where : pick.where) tests.insert(where_text(type, where));
  return fmt::format("{}[{}]", type.name, fmt::join(tests, ";"));
}

bool is_joint(const Plan& plan, ConditionId id) {
  const auto& node = plan[id].node;
  const auto* list = std::get_if<AtLeast>(&node);
  return std::holds_alternative<All>(node) || (list && list->needed == 1);
}

const std::vector<ConditionId>& parts_of_joint(const Plan& plan, ConditionId id) {
  const auto& node = plan[id].node;
  const auto* all = std::get_if<All>(&node);
  return all ? all->parts : std::get<AtLeast>(node).parts;
}

void add_joined(const Plan& plan, ConditionId id, std::vector<ConditionId>& parts) {
  for (const auto part : parts_of_joint(plan, id)) {
    const bool same = plan[part].node.index() == plan[id].node.index() && is_joint(plan, part) &&
                      is_joint(plan, id);
    if (same)
      add_joined(plan, part, parts);
    else
      parts.push_back(part);
  }
}

struct NumberText {
  const Plan& plan;

  std::string operator()(const Literal& literal) const { return exactly(literal.value); }
  std::string operator()(const ParameterValue& value) const {
    return "parameter " + plan.parameters[value.parameter.index].name;
  }
  std::string operator()(const Count& count) const { return read("count", count); }
  std::string operator()(const Sum& sum) const { return read("sum " + fields(sum), sum); }
  std::string operator()(const DaysOn& days) const { return read("days", days); }
  std::string operator()(const DaysWith& days) const { return read("days with", days); }
  std::string operator()(const Latest& latest) const {
    return read("latest " + fields(latest), latest);
  }
  std::string operator()(const MeasureIn& measure) const {
    return fmt::format("measure {} {}", plan.catalogue[measure.measure].name,
                       comparable(plan, measure.window));
  }
  std::string operator()(const Age&) const { return "age"; }

 private:
  template <typename Node>
  std::string read(const std::string& what, const Node& node) const {
    return fmt::format("{} of {} {}", what, comparable(plan.catalogue, node.records),
                       comparable(plan, node.window));
  }

  // A field goes with its pick.
  template <typename Node>
  std::string fields(const Node& node) const {
    std::set<std::string> names;
    for (std::size_t i = 0; i < node.fields.size(); ++i) {
      const auto& type = plan.catalogue[node.records.picks[i].type];
      names.insert(type.name + "." + type[node.fields[i]].name);
    }
    return fmt::format("{}", fmt::join(names, ","));
  }
};

struct ConditionText {
  const Plan& plan;
  ConditionId id;

  std::string of(ConditionId part) const { return comparable(plan, part); }

  std::string operator()(const All&) const { return joined("all"); }
  std::string operator()(const AtLeast& list) const {
    if (list.needed == 1) return joined("any");
    std::multiset<std::string> texts;  // one that is there twice counts twice
    for (const auto part : list.parts) texts.insert(of(part));
    return fmt::format("{} of({})", list.needed, fmt::join(texts, "|"));
  }
  std::string operator()(const Not& negated) const {
    const auto& inner = plan[negated.part].node;
    if (const auto* twice = std::get_if<Not>(&inner)) return of(twice->part);
    const auto* people = std::get_if<People>(&inner);
    if (people && people->who.quantifier == Quantifier::Any)
      return said_of(*people, Quantifier::No);
    if (people && people->who.quantifier == Quantifier::No)
      return said_of(*people, Quantifier::Any);
    return "not(" + of(negated.part) + ")";
  }
  std::string operator()(const IfThenElse& choice) const {
    return fmt::format("if({};{};{})", of(choice.condition), of(choice.then_part),
                       of(choice.else_part));
  }
  std::string operator()(const People& people) const {
    return said_of(people, people.who.quantifier);
  }
  std::string operator()(const FamilySum& family) const {
    return "family(" + of(family.body) + ")";
  }
  std::string operator()(const On& on) const {
    return "on " + comparable(plan.catalogue, on.records);
  }
  std::string operator()(const Compare& compare) const {
    const auto left = comparable(plan, compare.left);
    const auto* literal = std::get_if<Literal>(&plan[compare.right].node);
    if (literal && is_whole(compare.left)) {  // `> 0` is `>= 1`
      if (compare.comparison == Comparison::Greater)
        return left + " >= " + exactly(std::floor(literal->value) + 1);
      if (compare.comparison == Comparison::Less)
        return left + " <= " + exactly(std::ceil(literal->value) - 1);
    }
    static constexpr std::array kSigns = {"<", "<=", ">", ">=", "=", "!="};
    return fmt::format("{} {} {}", left, kSigns[static_cast<std::size_t>(compare.comparison)],
                       right_text(compare));
  }
  std::string operator()(const Change& change) const {
    return fmt::format("({}) change {} by {} on {} of ({})", comparable(plan, change.later),
                       static_cast<int>(change.kind), exactly(change.amount), exactly(change.scale),
                       comparable(plan, change.earlier));
  }
  std::string operator()(const Improves& improves) const {
    return fmt::format("{} improves since {}", comparable(plan.catalogue, improves.scores),
                       anchor_words(improves.since));
  }
  std::string operator()(const Lasting& lasting) const {
    return fmt::format("({}) for {}{}", of(lasting.part), comparable(lasting.period),
                       lasting.since ? " since " + anchor_words(*lasting.since) : "");
  }
  std::string operator()(const LastingWeeks& lasting) const {
    return fmt::format("({}) for {} of {} weeks", of(lasting.part), lasting.weeks,
                       lasting.of_weeks);
  }

  std::string operator()(const HasRole& has) const {
    const std::set<Role> roles(has.roles.begin(), has.roles.end());
    std::string text = "role";
    for (const auto role : roles) text += fmt::format(" {}", static_cast<int>(role));
    return text;
  }

 private:
  // `not any child` is `no child`.
  std::string said_of(const People& people, Quantifier quantifier) const {
    auto who = people.who;
    who.quantifier = quantifier;
    return fmt::format("{}: ({})", comparable(who, plan), of(people.body));
  }

  std::string joined(std::string_view how) const {
    std::set<std::string> texts;
    for (const auto part : joined_parts(plan, id)) texts.insert(of(part));
    if (texts.size() == 1) return *texts.begin();
    return fmt::format("{}({})", how, fmt::join(texts, "|"));
  }

  bool is_whole(NumberId number) const {
    const auto& node = plan[number].node;
    return std::holds_alternative<Count>(node) || std::holds_alternative<DaysOn>(node) ||
           std::holds_alternative<DaysWith>(node) || std::holds_alternative<Age>(node);
  }

  // A code on the right is an index into the codes of the field on the left.
  std::string right_text(const Compare& compare) const {
    const auto* literal = std::get_if<Literal>(&plan[compare.right].node);
    const auto* field = field_of(plan, plan[compare.left]);
    return literal && field ? value_text(*field, literal->value) : comparable(plan, compare.right);
  }
};

}  // namespace

std::string comparable(const Plan& plan, ConditionId id) {
  return std::visit(ConditionText{plan, id}, plan[id].node);
}

std::string comparable(const Plan& plan, std::optional<ConditionId> id) {
  return id ? comparable(plan, *id) : std::string();
}

std::string comparable(const Plan& plan, NumberId id) { return comparable(plan, plan[id]); }

std::string comparable(const Plan& plan, const Number& number) {
  return std::visit(NumberText{plan}, number.node);
}

std::string comparable(const Catalogue& catalogue, const Selector& records) {
  std::set<std::string> picks;
  for (const auto& pick : records.picks) picks.insert(pick_text(catalogue, pick));
  return fmt::format("{}{}", fmt::join(picks, "+"), records.about_this_need ? " of need" : "");
}

std::string comparable(const Who& who, const Plan& plan) {
  return fmt::format("{} {} {}..{} who({})", static_cast<int>(who.quantifier),
                     static_cast<int>(who.kind), who.age_from.value_or(-1), who.age_to.value_or(-1),
                     comparable(plan, who.condition));
}

std::string comparable(Period period) {
  if (period.unit == Unit::Week) return fmt::format("{} days", 7 * period.count);
  if (period.unit == Unit::Year) return fmt::format("{} months", 12 * period.count);
  static constexpr std::array kUnits = {"days", "weeks", "months", "years", "terms"};
  return fmt::format("{} {}", period.count, kUnits[static_cast<std::size_t>(period.unit)]);
}

std::string comparable(const Plan& plan, const Window& window) {
  std::string text = fmt::format("window {}", static_cast<int>(window.kind));
  if (window.period.count > 0) text += " " + comparable(window.period);
  if (window.anchored()) text += " " + anchor_words(window.anchor);
  if (window.ended.exists()) text += " " + comparable(plan.catalogue, plan[window.ended]);
  return text;
}

std::string comparable(const Sustain& sustain) {
  const bool in_window = sustain.kind == SustainKind::InWindow;
  return fmt::format("sustain {} {}", static_cast<int>(sustain.kind),
                     in_window ? "" : comparable(sustain.period));
}

std::vector<ConditionId> joined_parts(const Plan& plan, ConditionId id) {
  std::vector<ConditionId> parts;
  add_joined(plan, id, parts);
  return parts;
}

}  // namespace hearth
