// condition_words of describe_plan.h.
#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "language/describe_number.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

// What is put in brackets inside another condition: `and` and `or` are never mixed without them.
enum class Binding { Choice, Joined, Atom };

template <typename Node>
bool is(const Plan& plan, ConditionId id) {
  return std::holds_alternative<Node>(plan[id].node);
}

// Whether its words start by saying who is meant, and so reach up to the next that do.
bool names_people(const Plan& plan, ConditionId id) {
  if (const auto* negated = std::get_if<Not>(&plan[id].node)) {
    return names_people(plan, negated->part);
  }
  return is<People>(plan, id) || is<FamilySum>(plan, id);
}

Binding binding_of(const Plan& plan, ConditionId id) {
  if (const auto* list = std::get_if<AtLeast>(&plan[id].node)) {
    return list->needed == 1 ? Binding::Joined : Binding::Atom;
  }
  if (is<All>(plan, id)) return Binding::Joined;
  return is<IfThenElse>(plan, id) ? Binding::Choice : Binding::Atom;
}

std::string bracketed(std::string words) { return "(" + words + ")"; }

std::string words_within(const Plan& plan, ConditionId id, Binding around) {
  auto words = condition_words(plan, id);
  return binding_of(plan, id) <= around ? bracketed(std::move(words)) : words;
}

// The condition of `any child:` reaches up to the next quantifier, so it is bracketed unless one
// follows or nothing does.
std::string joined(const Plan& plan, const std::vector<ConditionId>& parts,
                   std::string_view joint) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto part = words_within(plan, parts[i], Binding::Joined);
    const bool more = i + 1 < parts.size();
    const bool stops = !more || names_people(plan, parts[i + 1]);
    words.push_back(names_people(plan, parts[i]) && !stops ? bracketed(part) : part);
  }
  return join(words, joint);
}

const Selector* counted_once(const Plan& plan, const Compare& compare) {
  const auto* count = std::get_if<Count>(&plan[compare.left].node);
  const auto* literal = std::get_if<Literal>(&plan[compare.right].node);
  const bool once =
      literal && literal->value == 1 && compare.comparison == Comparison::GreaterOrEqual;
  return count && once ? &count->records : nullptr;
}

bool counted_never(const Plan& plan, const Compare& compare) {
  const auto* literal = std::get_if<Literal>(&plan[compare.right].node);
  return std::holds_alternative<Count>(plan[compare.left].node) && literal && literal->value == 0 &&
         compare.comparison == Comparison::LessOrEqual;
}

std::string after_count_of(const Plan& plan, NumberId id) {
  return number_words(plan, id).substr(std::string_view("count of ").size());
}

// `statement improved by practitioner or self signed since need`, from its tests.
std::string statement_words(const Plan& plan, const Count& count) {
  const auto& pick = count.records.picks.front();
  const auto& type = plan.catalogue[pick.type];
  std::string kind, by, signed_word;
  for (const auto& where : pick.where) {
    const auto& field = type[where.field];
    std::vector<std::string> values;
    for (const auto value : where.values) {
      values.push_back(value_words(value, quantity_of(type, field), &field));
    }
    if (field.name == "kind") kind = " " + join(values, " or ");
    if (field.name == "by") by = " by " + join(values, " or ");
    if (field.name == "signed") signed_word = " signed";
  }
  const bool ever = count.window.kind == WindowKind::Ever;
  return "statement" + kind + by + signed_word +
         (ever ? "" : " " + window_words(plan, count.window));
}

struct ConditionWords {
  const Plan& plan;

  std::string operator()(const All& all) const { return joined(plan, all.parts, " and "); }
  std::string operator()(const AtLeast& list) const {
    if (list.needed == 1) return joined(plan, list.parts, " or ");
    return counted_list(list);
  }
  std::string operator()(const Not& negated) const {
    return "not " + words_within(plan, negated.part, Binding::Joined);
  }
  std::string operator()(const IfThenElse& choice) const {
    return fmt::format("if {} then {} else {}",
                       words_within(plan, choice.condition, Binding::Choice),
                       words_within(plan, choice.then_part, Binding::Choice),
                       words_within(plan, choice.else_part, Binding::Choice));
  }
  std::string operator()(const People& people) const {
    return who_words(plan, people.who) + ": " + body(people.body);
  }
  std::string operator()(const FamilySum& family) const { return "family: " + body(family.body); }
  std::string operator()(const On& on) const {
    return "on " + selector_words(plan.catalogue, on.records);
  }
  std::string operator()(const Compare& compare) const {
    if (const auto* records = counted_once(plan, compare)) {
      const auto& count = std::get<Count>(plan[compare.left].node);
      if (records->about_this_need) return statement_words(plan, count);
      return "had " + after_count_of(plan, compare.left);
    }
    if (counted_never(plan, compare)) return "no " + after_count_of(plan, compare.left);
    static constexpr std::array kSigns = {"<", "<=", ">", ">=", "=", "!="};
    return fmt::format("{} {} {}", number_words(plan, compare.left, compare.right),
                       kSigns[static_cast<std::size_t>(compare.comparison)],
                       number_words(plan, compare.right, compare.left));
  }
  std::string operator()(const Change& change) const {
    return fmt::format("{} is {}{}{}", number_words(plan, change.later), how(change),
                       scale(change.scale), earlier_window(change));
  }
  std::string operator()(const Improves& improves) const {
    return fmt::format("latest value of {} improves since {}",
                       selector_words(plan.catalogue, improves.scores),
                       anchor_words(improves.since));
  }
  std::string operator()(const Lasting& lasting) const {
    const auto words =
        words_within(plan, lasting.part, Binding::Joined) + " for " + to_text(lasting.period);
    return lasting.since ? words + " since " + anchor_words(*lasting.since) : words;
  }
  std::string operator()(const LastingWeeks& lasting) const {
    return fmt::format("{} for {} of last {} weeks",
                       words_within(plan, lasting.part, Binding::Joined), lasting.weeks,
                       lasting.of_weeks);
  }

  std::string operator()(const HasRole& has) const {
    std::vector<std::string> roles;
    for (const auto role : has.roles) roles.emplace_back(role_word(role));
    return "has role " + join(roles, " or ");
  }

 private:
  std::string counted_list(const AtLeast& list) const {
    std::vector<std::string> entries;
    for (const auto part : list.parts) entries.push_back(condition_words(plan, part));
    return fmt::format("at least {} of ({})", list.needed, join(entries, "; "));
  }

  std::string body(ConditionId id) const {
    auto words = condition_words(plan, id);
    return names_people(plan, id) ? bracketed(std::move(words)) : words;
  }

  std::string how(const Change& change) const {
    const bool percentage = quantity_of(plan, plan[change.later]) == Quantity::Percentage;
    switch (change.kind) {
      case ChangeKind::DownBy: return fmt::format("down {:.6g}% on ", change.amount * 100);
      case ChangeKind::UpBy: return fmt::format("up {:.6g}% on ", change.amount * 100);
      case ChangeKind::UpByPoints:
        return fmt::format("up {:.6g} points on ", change.amount * (percentage ? 100 : 1));
      case ChangeKind::Lower: return "lower than in ";
      case ChangeKind::Higher: return "higher than in ";
    }
    return {};
  }

  static std::string scale(double scale) {
    if (scale == 1) return {};
    if (scale == 0.5) return "half of ";
    if (scale == 0.25) return "a quarter of ";
    return "a third of ";
  }

  std::string earlier_window(const Change& change) const {
    return std::visit(
        [&](const auto& node) -> std::string {
          if constexpr (requires { node.window; }) return window_words_of_change(plan, node.window);
          return {};
        },
        plan[change.earlier].node);
  }
};

}  // namespace

std::string who_words(const Plan& plan, const Who& who) {
  if (who.quantifier == Quantifier::EachInNeed) return "each person in need";
  if (who.quantifier == Quantifier::AnyInNeed) return "any person in need";
  static constexpr std::array kQuantifiers = {"any", "every", "no"};
  static constexpr std::array kKinds = {"adult", "child", "dependent child", "parent", "member"};
  std::string words = fmt::format("{} {}", kQuantifiers[static_cast<std::size_t>(who.quantifier)],
                                  kKinds[static_cast<std::size_t>(who.kind)]);
  if (who.age_from && who.age_to) {
    words += fmt::format(" aged {} to {}", *who.age_from, *who.age_to);
  }
  if (who.condition) words += " who " + condition_words(plan, *who.condition);
  return words;
}

std::string condition_words(const Plan& plan, ConditionId id) {
  return std::visit(ConditionWords{plan}, plan[id].node);
}

}  // namespace hearth
