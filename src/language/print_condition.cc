#include <fmt/format.h>

#include "language/describe_plan.h"
#include "language/print_tree.h"

namespace hearth::written {
namespace {

std::string print(const Value& value) {
  return value.kind == ValueKind::Invalid ? "?" : value.text;
}
std::string print(const Word& word) { return word.exists() ? word.text : "?"; }

std::string_view anchor_word(Anchor anchor) {
  switch (anchor) {
    case Anchor::Need: return "need";
    case Anchor::Start: return "start";
    case Anchor::Closure: return "closure";
    case Anchor::That: return "that";
    case Anchor::End: return "end of";
  }
  return "?";
}

std::string print(const Window& written) {
  const auto& window = written.window;
  const auto period = to_text(window.period);
  std::string anchor(anchor_word(window.anchor));
  if (written.ended) anchor += " " + print_records(*written.ended);
  switch (window.kind) {
    case WindowKind::Last: return "in last " + period;
    case WindowKind::Next: return "in next " + period;
    case WindowKind::Before: return "in " + period + " before " + anchor;
    case WindowKind::After: return "in " + period + " after " + anchor;
    case WindowKind::Since:
      return (window.period.count > 0 ? "since " + period + " after " : "since ") + anchor;
    case WindowKind::Ever: return "ever";
    case WindowKind::ToDate: return "in this term and last " + period;
  }
  return "?";
}

std::string print(const std::optional<Window>& window) {
  return window ? " " + print(*window) : "";
}

std::string_view test_mark(FieldTest test) {
  switch (test) {
    case FieldTest::Equal: return "=";
    case FieldTest::NotEqual: return "!=";
    case FieldTest::Less: return "<";
    case FieldTest::LessOrEqual: return "<=";
    case FieldTest::Greater: return ">";
    case FieldTest::GreaterOrEqual: return ">=";
    case FieldTest::In: return "in";
    case FieldTest::InLast: return "in last";
    case FieldTest::InNext: return "in next";
  }
  return "?";
}

std::string_view comparison_mark(Comparison comparison) {
  switch (comparison) {
    case Comparison::Less: return "<";
    case Comparison::LessOrEqual: return "<=";
    case Comparison::Greater: return ">";
    case Comparison::GreaterOrEqual: return ">=";
    case Comparison::Equal: return "=";
    case Comparison::NotEqual: return "!=";
  }
  return "?";
}

std::string_view kind_word(Kind kind) {
  switch (kind) {
    case Kind::Adult: return "adult";
    case Kind::Child: return "child";
    case Kind::DependentChild: return "dependent child";
    case Kind::Parent: return "parent";
    case Kind::Member: return "member";
  }
  return "?";
}

std::string_view quantifier_word(Quantifier quantifier) {
  switch (quantifier) {
    case Quantifier::Any: return "any";
    case Quantifier::Every: return "every";
    case Quantifier::No: return "no";
    case Quantifier::EachInNeed: return "each in need";
    case Quantifier::AnyInNeed: return "any in need";
  }
  return "?";
}

std::string print(const Pick& pick) {
  std::string text;
  for (const auto& name : pick.names) text += (text.empty() ? "" : "|") + print(name);
  for (const auto& test : pick.where) {
    text += " [" + print(test.field) + " " + std::string(test_mark(test.test));
    for (const auto& value : test.values) text += " " + print(value);
    if (test.period.count > 0) text += " " + to_text(test.period);
    text += "]";
  }
  return text;
}

// Prints one node; parts are printed through the tree.
struct NodePrinter {
  const Tree& tree;

  std::string part(ConditionId id) const { return " " + print_condition(tree, id); }
  std::string parts(const std::vector<ConditionId>& ids) const {
    std::string text;
    for (const auto id : ids) text += part(id);
    return text;
  }
  std::string number(NumberId id) const { return " (" + std::visit(*this, tree[id].node) + ")"; }

  std::string operator()(const Invalid&) const { return "?"; }
  std::string operator()(const Literal& node) const { return print(node.value); }
  std::string operator()(const Count& node) const {
    return "count " + print_records(node.records) + print(node.window);
  }
  std::string operator()(const Sum& node) const {
    return "sum " + print(node.field) + " " + print_records(node.records) + print(node.window);
  }
  std::string operator()(const DaysOn& node) const {
    return "days on " + print_records(node.records) + print(node.window);
  }
  std::string operator()(const DaysWith& node) const {
    return "days with " + print_records(node.records) + print(node.window);
  }
  std::string operator()(const Latest& node) const {
    return "latest " + print(node.field) + " " + print_records(node.records) + print(node.window);
  }
  std::string operator()(const MeasureIn& node) const {
    return "measure " + print(node.measure) + " " + print(node.window);
  }
  std::string operator()(const Age&) const { return "age"; }

  std::string operator()(const All& node) const { return "all" + parts(node.parts); }
  std::string operator()(const AtLeast& node) const {
    return "at least " + std::to_string(node.needed) + parts(node.parts);
  }
  std::string operator()(const Not& node) const { return "not" + part(node.part); }
  std::string operator()(const IfThenElse& node) const {
    return "if" + part(node.condition) + part(node.then_part) + part(node.else_part);
  }
  std::string operator()(const People& node) const {
    std::string who(quantifier_word(node.who.quantifier));
    who += " " + std::string(kind_word(node.who.kind));
    if (node.who.age_from) who += " aged " + std::to_string(*node.who.age_from);
    if (node.who.age_to) who += " to " + std::to_string(*node.who.age_to);
    if (node.who.condition) who += " who" + part(*node.who.condition);
    return who + ":" + part(node.body);
  }
  std::string operator()(const FamilySum& node) const { return "family:" + part(node.body); }
  std::string operator()(const Defined& node) const {
    auto text = "defined " + print(node.name);
    for (const auto& argument : node.arguments) text += " " + print(argument);
    return text;
  }
  std::string operator()(const On& node) const { return "on " + print_records(node.records); }
  std::string operator()(const Presence& node) const {
    std::string text;
    switch (node.kind) {
      case PresenceKind::Had: text = "had "; break;
      case PresenceKind::No: text = "no "; break;
      case PresenceKind::AtLeast: text = "at least " + std::to_string(node.count) + " of "; break;
      case PresenceKind::AtMost: text = "at most " + std::to_string(node.count) + " of "; break;
    }
    return text + print_records(node.records) + print(node.window);
  }
  std::string operator()(const Statement& node) const {
    auto text = "statement " + print(node.kind) + " by";
    for (const auto& role : node.by) text += " " + print(role);
    return text + (node.is_signed ? " signed" : "") + print(node.window);
  }
  std::string operator()(const Compare& node) const {
    return std::string(comparison_mark(node.comparison)) + number(node.left) + number(node.right);
  }
  std::string operator()(const Change& node) const {
    std::string text;
    switch (node.kind) {
      case ChangeKind::DownBy: text = "down"; break;
      case ChangeKind::UpBy: text = "up"; break;
      case ChangeKind::UpByPoints: text = "up points"; break;
      case ChangeKind::Lower: text = "lower"; break;
      case ChangeKind::Higher: text = "higher"; break;
    }
    if (node.amount) text += " " + print(*node.amount);
    return text + number(node.later) + fmt::format(" x {:.4g} ", node.scale) + print(node.earlier);
  }
  std::string operator()(const Improves& node) const {
    return "improves" + number(node.latest) + " since " + std::string(anchor_word(node.since));
  }
  std::string operator()(const Lasting& node) const {
    const auto since = node.since ? " since " + std::string(anchor_word(*node.since)) : "";
    return "for " + to_text(node.period) + since + part(node.part);
  }
  std::string operator()(const LastingWeeks& node) const {
    return fmt::format("for {} of {} weeks", node.weeks, node.of_weeks) + part(node.part);
  }
  std::string operator()(const HasRole& node) const {
    std::string text = "role";
    for (const auto role : node.roles) text += " " + std::string(role_word(role));
    return text;
  }
};

}  // namespace

std::string print_records(const Records& records) {
  if (records.picks.empty()) return "{?}";
  std::string text;
  for (const auto& pick : records.picks) text += (text.empty() ? "{" : "; ") + print(pick);
  return text + "}";
}

std::string print_condition(const Tree& tree, ConditionId id) {
  return "(" + std::visit(NodePrinter{tree}, tree[id].node) + ")";
}

}  // namespace hearth::written
