#include "evaluate/condition_brief.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "language/condition_parts.h"
#include "language/describe_number.h"
#include "language/describe_plan.h"
#include "language/records_read.h"

namespace hearth {
namespace {

bool is_total(const Number& number) {
  return std::holds_alternative<Count>(number.node) || std::holds_alternative<Sum>(number.node);
}

bool reads_need(const Window& window) { return window.anchored() && window.anchor == Anchor::Need; }

// Whether a node says by itself that it depends on the criterion or its need. A change may: its
// baseline of 0 asks what the need was found on.
bool stands_alone(const Condition& condition) {
  if (const auto* people = std::get_if<People>(&condition.node)) {
    return !people->who.in_need();
  }
  if (const auto* lasting = std::get_if<Lasting>(&condition.node)) {
    return lasting->since != Anchor::Need;
  }
  return !std::holds_alternative<Change>(condition.node) &&
         !std::holds_alternative<Improves>(condition.node);
}

bool is_standing(const Plan& plan, ConditionId id) {
  if (!stands_alone(plan[id])) return false;
  for (const auto part : parts_of(plan[id])) {
    if (!is_standing(plan, part)) return false;
  }
  bool standing = true;
  each_selector(plan, id, [&](const Selector& s) { standing = standing && !s.about_this_need; });
  each_number(plan, id, [&](NumberId number) { standing = standing && is_standing(plan, number); });
  return standing;
}

// By the words of a number, the words of every comparison whose left side it is.
std::map<std::string, std::set<std::string>> comparisons_of(const Plan& plan) {
  std::map<std::string, std::set<std::string>> by_number;
  for (std::size_t i = 0; i < plan.conditions.size(); ++i) {
    const auto* node = std::get_if<Compare>(&plan.conditions[i].node);
    if (!node || !is_total(plan[node->left])) continue;
    by_number[number_words(plan, node->left)].insert(condition_words(plan, ConditionId(i)));
  }
  return by_number;
}

}  // namespace

bool is_standing(const Plan& plan, NumberId id) {
  const auto* window = window_of(plan[id]);
  const auto* records = records_of(plan[id]);
  return !(window && reads_need(*window)) && !(records && records->about_this_need);
}

LookBack furthest(LookBack a, LookBack b) {
  return {std::max(a.days, b.days), std::max(a.terms, b.terms)};
}

// One `for P` inside another reaches back from where the other begins.
LookBack look_back_of(const Plan& plan, ConditionId id) {
  constexpr int kMostDays[] = {1, 7, 31, 366, 0};
  LookBack back;
  for (const auto part : parts_of(plan[id])) back = furthest(back, look_back_of(plan, part));
  if (const auto* lasting = std::get_if<Lasting>(&plan[id].node)) {
    const auto [count, unit] = lasting->period;
    back.days += count * kMostDays[static_cast<int>(unit)];
    back.terms += unit == Unit::Term ? count : 0;
  }
  if (const auto* weeks = std::get_if<LastingWeeks>(&plan[id].node))
    back.days += 7 * weeks->of_weeks;
  return back;
}

std::optional<Timeline> compared_without_records(const Basis& basis, const Compare& node,
                                                 Carry carry) {
  const auto* literal = std::get_if<Literal>(&basis.plan[node.right].node);
  const auto& brief = basis.brief(node.left, carry);
  if (!literal || !is_total(basis.plan[node.left]) || !brief.window) return std::nullopt;
  return map(brief.frame, [&](Frame frame) {
    const auto nothing = frame == Frame::Whole ? Bounds::exactly(0) : Bounds::at_least(0);
    return compare(nothing, node.comparison, Bounds::exactly(literal->value));
  });
}

std::vector<ConditionBrief> condition_briefs(const Basis& basis, Carry carry) {
  std::vector<ConditionBrief> briefs;
  const auto comparisons = comparisons_of(basis.plan);
  std::map<std::string, std::size_t> said;  // by the words, which definitions do not change
  for (std::size_t i = 0; i < basis.plan.conditions.size(); ++i) {
    const ConditionId id(i);
    ConditionBrief brief;
    if (is_standing(basis.plan, id)) {
      brief.kept_as = said.emplace(condition_words(basis.plan, id), said.size()).first->second;
    }
    if (const auto* node = std::get_if<Compare>(&basis.plan[id].node)) {
      brief.without_records = compared_without_records(basis, *node, carry);
      const auto* window = window_of(basis.plan[node->left]);
      brief.only_compared = is_total(basis.plan[node->left]) && window->anchor != Anchor::End &&
                            comparisons.at(number_words(basis.plan, node->left)).size() == 1;
    }
    briefs.push_back(std::move(brief));
  }
  return briefs;
}

}  // namespace hearth
