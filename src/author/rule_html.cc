#include "author/rule_html.h"

#include <fmt/format.h>

#include <vector>

#include "author/html_text.h"
#include "language/describe_number.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

constexpr std::size_t kSentence = 80;  // what is longer is easier to read as a list

std::string list(const Plan& plan, std::string_view head, const std::vector<ConditionId>& parts) {
  auto text = std::string(head) + "<ul>";
  for (const auto part : parts) text += "<li>" + rule_html(plan, part) + "</li>";
  return text + "</ul>";
}

// `a and (b and c)` asks for three things.
template <typename Same>
void gather(const Plan& plan, const std::vector<ConditionId>& parts, const Same& same,
            std::vector<ConditionId>& all) {
  for (const auto part : parts) {
    if (const auto* inner = same(plan[part]))
      gather(plan, *inner, same, all);
    else
      all.push_back(part);
  }
}

const std::vector<ConditionId>* parts_of_all(const Condition& condition) {
  const auto* all = std::get_if<All>(&condition.node);
  return all ? &all->parts : nullptr;
}

const std::vector<ConditionId>* parts_of_any(const Condition& condition) {
  const auto* any = std::get_if<AtLeast>(&condition.node);
  return any && any->needed == 1 ? &any->parts : nullptr;
}

struct Spread {
  const Plan& plan;
  ConditionId id;

  std::string operator()(const All& all) const {
    std::vector<ConditionId> parts;
    gather(plan, all.parts, parts_of_all, parts);
    return list(plan, "all of these:", parts);
  }
  std::string operator()(const AtLeast& some) const {
    if (some.needed != 1) {
      return list(plan, fmt::format("at least {} of these:", some.needed), some.parts);
    }
    std::vector<ConditionId> parts;
    gather(plan, some.parts, parts_of_any, parts);
    return list(plan, "any of these:", parts);
  }
  std::string operator()(const Not& negated) const { return list(plan, "not:", {negated.part}); }
  std::string operator()(const IfThenElse& choice) const {
    return "<ul><li>if " + rule_html(plan, choice.condition) + "</li><li>then " +
           rule_html(plan, choice.then_part) + "</li><li>otherwise " +
           rule_html(plan, choice.else_part) + "</li></ul>";
  }
  std::string operator()(const People& people) const {
    return "<strong>" + html(who_words(plan, people.who)) + ":</strong> " +
           rule_html(plan, people.body);
  }
  std::string operator()(const FamilySum& family) const {
    return "<strong>the family together:</strong> " + rule_html(plan, family.body);
  }
  std::string operator()(const Lasting& lasting) const {
    const auto since = lasting.since ? ", all after the " + anchor_words(*lasting.since) : "";
    return list(plan, html("for " + to_text(lasting.period) + " without a break" + since + ":"),
                {lasting.part});
  }
  std::string operator()(const LastingWeeks& lasting) const {
    return list(plan, fmt::format("in {} of the last {} weeks:", lasting.weeks, lasting.of_weeks),
                {lasting.part});
  }
  std::string operator()(const auto&) const { return html(condition_words(plan, id)); }
};

}  // namespace

std::string rule_html(const Plan& plan, ConditionId id) {
  const auto words = condition_words(plan, id);
  if (words.size() <= kSentence) return html(words);
  return std::visit(Spread{plan, id}, plan[id].node);
}

std::string sustain_sentence(const Sustain& sustain) {
  switch (sustain.kind) {
    case SustainKind::InWindow:
      return "It has lasted as soon as it holds: the days the outcome looks at are the period.";
    case SustainKind::WindowFor:
      return "The " + to_text(sustain.period) + " the outcome looks at must lie after the need.";
    case SustainKind::For:
      return "It must hold for " + to_text(sustain.period) + " without a break.";
    case SustainKind::AfterClosure: break;
  }
  return "It must hold for " + to_text(sustain.period) +
         " after the case is closed, without a break.";
}

}  // namespace hearth
