#include "language/check_condition.h"

#include "language/check_change.h"
#include "language/check_definition.h"
#include "language/check_number.h"
#include "language/check_range.h"
#include "language/check_records.h"
#include "language/check_window.h"

namespace hearth {
namespace {

using Ids = std::vector<ConditionId>;

struct ConditionCheck {
  Checking& checking;
  const Context& context;
  Span span;

  using Result = std::optional<ConditionId>;

  Result operator()(const written::Invalid&) const { return std::nullopt; }

  Result operator()(const written::All& all) const {
    auto parts = check_parts(all.parts);
    return parts ? added(All{std::move(*parts)}) : std::nullopt;
  }

  Result operator()(const written::AtLeast& list) const {
    auto parts = check_parts(list.parts);
    const bool too_many = list.needed > static_cast<int>(list.parts.size());
    const auto words = fmt::format("at least {} of {}", list.needed, list.parts.size());
    if (too_many) report(checking, context, kNeverHolds, head(), words);
    if (list.needed < 1) report(checking, context, kAlwaysHolds, head(), words);
    return parts ? added(AtLeast{list.needed, std::move(*parts)}) : std::nullopt;
  }

  Result operator()(const written::Not& negated) const {
    const auto part = check_condition(checking, context, negated.part);
    return part ? added(Not{*part}) : std::nullopt;
  }

  Result operator()(const written::IfThenElse& choice) const {
    const auto parts = check_parts({choice.condition, choice.then_part, choice.else_part});
    if (!parts) return std::nullopt;
    return added(IfThenElse{(*parts)[0], (*parts)[1], (*parts)[2]});
  }

  Result operator()(const written::People& people) const {
    const auto& who = people.who;
    bool good = true;
    const bool in_need =
        who.quantifier == Quantifier::EachInNeed || who.quantifier == Quantifier::AnyInNeed;
    if (in_need && context.clause == Clause::Need) {
      report(checking, context, kNeedInNeed, who.span);
      good = false;
    }
    report_impossible(checking, context, who);
    auto inside = context;
    inside.person = true;
    std::optional<ConditionId> condition;
    if (who.condition) {
      condition = check_condition(checking, inside, *who.condition);
      good = good && condition;
    }
    const auto body = check_condition(checking, inside, people.body);
    if (!good || !body) return std::nullopt;
    return added(People{{who.quantifier, who.kind, who.age_from, who.age_to, condition}, *body});
  }

  Result operator()(const written::FamilySum& family) const {
    auto inside = context;
    inside.person = false;
    const auto body = check_condition(checking, inside, family.body);
    return body ? added(FamilySum{*body}) : std::nullopt;
  }

  Result operator()(const written::Defined& use) const {
    return check_use(checking, context, use, span);
  }

  Result operator()(const written::On& on) const {
    auto records = check_records(checking, context, on.records);
    if (!records) return std::nullopt;
    const bool dated = is_dated(*records);
    for (const auto& pick : records->picks) {
      const auto& type = checking.plan.catalogue[pick.type];
      if (dated && type.shape != Shape::Spell) {
        report(checking, context, kDatedTest, on.records.span);
        return std::nullopt;
      }
      if (type.shape != Shape::Event && type.shape != Shape::Statement) continue;
      report(checking, context, kOnOneDay, on.records.span, type.name).hint =
          fmt::format("did you mean `had {}`, with a window?", type.name);
      return std::nullopt;
    }
    return added(On{std::move(*records)});
  }

  Result operator()(const written::Presence& presence) const {
    auto records = check_records(checking, context, presence.records);
    const auto window = check_window(checking, context, presence.window);
    if (!records || !window) return std::nullopt;
    const bool most = presence.kind == written::PresenceKind::No ||
                      presence.kind == written::PresenceKind::AtMost;
    const auto comparison = most ? Comparison::LessOrEqual : Comparison::GreaterOrEqual;
    return counted({std::move(*records), *window}, comparison, least_or_most(presence));
  }

  Result operator()(const written::Statement& statement) const {
    auto records = check_statement(checking, context, statement, span);
    const auto window = check_window(checking, context, statement.window);
    if (!records || !window) return std::nullopt;
    return counted({std::move(*records), *window}, Comparison::GreaterOrEqual, 1);
  }

  Result operator()(const written::Compare& comparison) const {
    const auto compare = check_compare(checking, context, comparison, span);
    return compare ? added(*compare) : std::nullopt;
  }

  Result operator()(const written::Change& written_change) const {
    const auto change = check_change(checking, context, written_change, span);
    return change ? added(*change) : std::nullopt;
  }

  Result operator()(const written::Improves& written_improves) const {
    auto improves = check_improves(checking, context, written_improves, span);
    return improves ? added(std::move(*improves)) : std::nullopt;
  }

  Result operator()(const written::Lasting& lasting) const {
    const auto part = check_condition(checking, context, lasting.part);
    if (!check_period(checking, context, lasting.period, lasting.period_span)) return std::nullopt;
    if (lasting.since == Anchor::Need && context.clause == Clause::Need) {
      report(checking, context, kNeedInNeed, lasting.period_span);
      return std::nullopt;
    }
    return part ? added(Lasting{*part, lasting.period, lasting.since}) : std::nullopt;
  }

  Result operator()(const written::LastingWeeks& lasting) const {
    const auto part = check_condition(checking, context, lasting.part);
    const auto words = words_at(context, lasting.weeks_span);
    if (lasting.weeks > lasting.of_weeks) {
      report(checking, context, kNeverHolds, lasting.weeks_span, words);
    }
    if (lasting.weeks < 1) report(checking, context, kAlwaysHolds, lasting.weeks_span, words);
    return part ? added(LastingWeeks{*part, lasting.weeks, lasting.of_weeks}) : std::nullopt;
  }

  Result operator()(const written::HasRole& has) const {
    if (!context.person) {
      report(checking, context, kRoleOfNobody, span, words_at(context, span)).hint =
          "say whose, as in `any member: has role child`";
      return std::nullopt;
    }
    return added(HasRole{has.roles});
  }

 private:
  template <typename Node>
  Result added(Node node) const {
    return add_condition(checking, {std::move(node), context.node_span(span)});
  }

  // All parts, so that each reports what is wrong with it; nothing if one of them is invalid.
  std::optional<Ids> check_parts(const std::vector<written::ConditionId>& parts) const {
    Ids ids;
    for (const auto part : parts) {
      if (const auto id = check_condition(checking, context, part)) ids.push_back(*id);
    }
    if (parts.empty() || ids.size() < parts.size()) return std::nullopt;
    return ids;
  }

  Result counted(Count count, Comparison comparison, double than) const {
    const auto where = context.node_span(span);
    const auto left = add_number(checking, {std::move(count), where});
    const auto right = add_number(checking, {Literal{than}, where});
    const Compare compare{left, comparison, right};
    report_impossible(checking, context, compare, span);
    return added(compare);
  }

  static double least_or_most(const written::Presence& presence) {
    if (presence.kind == written::PresenceKind::Had) return 1;
    return presence.kind == written::PresenceKind::No ? 0 : presence.count;
  }

  // The first line of a list, which may be long.
  Span head() const {
    const auto words = words_at(context, span);
    const auto line = words.substr(0, words.find('\n'));
    return {span.offset, static_cast<std::uint32_t>(line.size())};
  }
};

}  // namespace

ConditionId add_condition(Checking& checking, Condition condition) {
  checking.plan.conditions.push_back(std::move(condition));
  return ConditionId(checking.plan.conditions.size() - 1);
}

std::optional<ConditionId> check_condition(Checking& checking, const Context& context,
                                           written::ConditionId id) {
  if (!id.exists()) return std::nullopt;
  const auto& condition = (*context.tree)[id];
  if (!small_enough(checking, context, condition.span)) return std::nullopt;
  ++checking.nesting;
  const auto checked =
      std::visit(ConditionCheck{checking, context, condition.span}, condition.node);
  --checking.nesting;
  return checked;
}

}  // namespace hearth
