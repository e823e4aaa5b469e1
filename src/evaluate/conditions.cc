#include "evaluate/conditions.h"

#include <algorithm>

#include "evaluate/change.h"
#include "evaluate/memo.h"
#include "evaluate/numbers.h"
#include "evaluate/people.h"
#include "evaluate/presence.h"

namespace hearth {
namespace {

Timeline all_line(const std::vector<ConditionId>& parts, const Subject& subject) {
  Timeline line(Truth::NotApplicable);
  for (const auto part : parts) {
    line = both(line, condition_line(part, subject));
    if (always(line, Truth::No)) break;  // whatever the others are
  }
  return line;
}

Timeline either_line(const std::vector<ConditionId>& parts, const Subject& subject) {
  Timeline line(Truth::NotApplicable);
  for (const auto part : parts) {
    line = either(line, condition_line(part, subject));
    if (always(line, Truth::Yes)) break;  // whatever the others are
  }
  return line;
}

// How many of several parts hold, may hold, and are about somebody.
struct Tally {
  int yes = 0;
  int possible = 0;
  int applicable = 0;

  bool operator==(const Tally&) const = default;
};

Timeline at_least_line(const AtLeast& node, const Subject& subject) {
  if (node.needed == 1) return either_line(node.parts, subject);
  Steps<Tally> tally;
  for (const auto part : node.parts) {
    tally = combine(tally, condition_line(part, subject), [](Tally t, Truth truth) {
      t.yes += truth == Truth::Yes;
      t.possible += truth == Truth::Yes || truth == Truth::Unknown;
      t.applicable += truth != Truth::NotApplicable;
      return t;
    });
  }
  return map(tally, [&](const Tally& t) {
    if (t.applicable == 0) return Truth::NotApplicable;
    if (t.yes >= node.needed) return Truth::Yes;
    return t.possible >= node.needed ? Truth::Unknown : Truth::No;
  });
}

struct Ways {
  Truth then_part;
  Truth else_part;

  bool operator==(const Ways&) const = default;
};

// Where the condition is unknown the answer is unknown too, unless both ways agree.
Timeline if_line(const IfThenElse& node, const Subject& subject) {
  const auto condition = condition_line(node.condition, subject);
  if (always(condition, Truth::Yes)) return condition_line(node.then_part, subject);
  if (always(condition, Truth::No)) return condition_line(node.else_part, subject);
  const auto then_part = condition_line(node.then_part, subject);
  const auto else_part = condition_line(node.else_part, subject);
  const auto ways = combine(then_part, else_part, [](Truth a, Truth b) { return Ways{a, b}; });
  return combine(condition, ways, [](Truth c, const Ways& way) {
    switch (c) {
      case Truth::Yes: return way.then_part;
      case Truth::No: return way.else_part;
      case Truth::Unknown: return way.then_part == way.else_part ? way.then_part : Truth::Unknown;
      case Truth::NotApplicable: break;
    }
    return Truth::NotApplicable;
  });
}

// A quantifier passes over people it does not mean, and over those about whom the condition says
// nothing.
Truth meant_and_true(Truth is_meant, Truth holds) {
  return holds == Truth::NotApplicable ? Truth::No : both(is_meant, holds);
}

// Cheapest first: what is no on every day spares the rest.
Timeline any_line(const People& node, const Subject& subject) {
  Timeline line(Truth::No);
  each_person(node.who, subject, [&](PersonId person, const Timeline& counts) {
    const auto body = condition_line(node.body, inner_subject(node.who, person, subject));
    if (always(body, Truth::No)) return;
    const auto applies = applies_line(node.who, person, counts, subject);
    if (always(applies, Truth::No)) return;
    auto holds = always(applies, Truth::Yes) ? either(body, Timeline(Truth::No))
                                             : combine(applies, body, meant_and_true);
    line = always(line, Truth::No) ? std::move(holds) : either(line, holds);
  });
  return line;
}

Timeline every_line(const People& node, const Subject& subject) {
  Timeline line(Truth::NotApplicable);
  each_person(node.who, subject, [&](PersonId person, const Timeline& counts) {
    const auto applies = applies_line(node.who, person, counts, subject);
    if (always(applies, Truth::No)) return;
    const auto body = condition_line(node.body, inner_subject(node.who, person, subject));
    if (always(applies, Truth::Yes)) {
      line = both(line, body);
      return;
    }
    line = both(line, combine(applies, body, [](Truth is_meant, Truth holds) {
                  if (is_meant == Truth::No || holds == Truth::NotApplicable)
                    return Truth::NotApplicable;
                  return either(opposite(is_meant), holds);
                }));
  });
  return line;
}

// Over the people in need who are still there and about whom the condition says something.
Timeline any_in_need_line(const People& node, const Subject& subject) {
  Timeline line(Truth::NotApplicable);
  each_person(node.who, subject, [&](PersonId person, const Timeline& counts) {
    const auto applies = applies_line(node.who, person, counts, subject);
    const auto body = condition_line(node.body, inner_subject(node.who, person, subject));
    line = either(line, combine(applies, body, [](Truth is_meant, Truth holds) {
                    return is_meant == Truth::No ? Truth::NotApplicable : holds;
                  }));
  });
  return line;
}

Timeline people_line(const People& node, const Subject& subject) {
  switch (node.who.quantifier) {
    case Quantifier::Any: return any_line(node, subject);
    case Quantifier::No: return opposite(any_line(node, subject));
    case Quantifier::AnyInNeed: return any_in_need_line(node, subject);
    case Quantifier::Every:
    case Quantifier::EachInNeed: break;
  }
  return every_line(node, subject);
}

// Most people have no record of most types: what is said of them then is known beforehand.
Timeline compare_line(ConditionId id, const Compare& node, const Subject& subject) {
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (brief.without_records && !has_rows(*records_of(subject.basis.plan[node.left]), subject)) {
    return *brief.without_records;
  }
  const auto* literal = std::get_if<Literal>(&subject.basis.plan[node.right].node);
  const auto limit = Bounds::exactly(literal ? literal->value : 0);
  if (literal && brief.only_compared) {
    return compared_total(node.left, subject, node.comparison, limit);
  }
  const auto left = number_line(node.left, subject);
  if (literal) {
    return map(left, [&](const Bounds& value) { return compare(value, node.comparison, limit); });
  }
  const auto right = number_line(node.right, subject);
  return combine(left, right,
                 [&](const Bounds& a, const Bounds& b) { return compare(a, node.comparison, b); });
}

// Fewer changes, and more lines that never change, for all that is made of it.
Timeline asked_of(Timeline line, const Subject& subject) {
  const auto changes = line.changes();
  const auto [from, until] = subject.asked;
  if (changes.empty() || (from < changes.front().from && changes.back().from < until)) return line;
  return clipped(line, subject.asked.from, subject.asked.until);
}

Timeline lasting_line(const Lasting& node, const Subject& subject) {
  const auto& terms = subject.basis.terms;
  const auto lasted = lasting(condition_line(node.part, subject), node.period, terms);
  if (!node.since) return lasted;
  const auto anchor = subject.anchor(*node.since);
  const auto long_enough = anchor ? wholly_after(*anchor, node.period, terms) : Timeline(Truth::No);
  return combine(lasted, long_enough, [](Truth held, Truth is_long_enough) {
    const bool counts = is_long_enough == Truth::Yes || held == Truth::NotApplicable;
    return counts ? held : Truth::No;
  });
}

Timeline role_line(const HasRole& node, const Subject& subject) {
  const auto& facts = subject.basis.facts;
  Timeline line(Truth::No);
  for (const auto m : facts.members_of(subject.family)) {
    const auto& member = facts.members[m];
    if (!subject.person || member.person != *subject.person) continue;
    if (std::ranges::find(node.roles, member.role) == node.roles.end()) continue;
    line = either(line, during(days_of(facts, member)));
  }
  return line;
}

Timeline judged_line(ConditionId id, const Subject& subject) {
  return std::visit(
      [&](const auto& node) {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, All>)
          return all_line(node.parts, subject);
        else if constexpr (std::is_same_v<Node, AtLeast>)
          return at_least_line(node, subject);
        else if constexpr (std::is_same_v<Node, Not>)
          return opposite(condition_line(node.part, subject));
        else if constexpr (std::is_same_v<Node, IfThenElse>)
          return if_line(node, subject);
        else if constexpr (std::is_same_v<Node, People>)
          return people_line(node, subject);
        else if constexpr (std::is_same_v<Node, FamilySum>)
          return condition_line(node.body, subject.as_family());
        else if constexpr (std::is_same_v<Node, On>)
          return asked_of(on_line(node, subject), subject);
        else if constexpr (std::is_same_v<Node, Compare>)
          return asked_of(compare_line(id, node, subject), subject);
        else if constexpr (std::is_same_v<Node, Change>)
          return asked_of(change_line(node, subject), subject);
        else if constexpr (std::is_same_v<Node, Improves>)
          return asked_of(improves_line(node, subject), subject);
        else if constexpr (std::is_same_v<Node, Lasting>)
          return lasting_line(node, subject);
        else if constexpr (std::is_same_v<Node, HasRole>)
          return role_line(node, subject);
        else
          return lasting_weeks(condition_line(node.part, subject), node.weeks, node.of_weeks);
      },
      subject.basis.plan[id].node);
}

}  // namespace

Subject inner_subject(const Who& who, PersonId person, const Subject& subject) {
  Subject inner = subject.about(person);
  if (!who.in_need()) return inner;
  inner.need = subject.in_need_since(person);
  if (inner.need) inner.ask_from(*inner.need);
  return inner;
}

Timeline applies_line(const Who& who, PersonId person, const Timeline& counts,
                      const Subject& subject) {
  if (!who.condition) return counts;
  return both(counts, condition_line(*who.condition, subject.about(person)));
}

Timeline condition_line(ConditionId id, const Subject& subject) {
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (!subject.memo || !brief.kept_as) return judged_line(id, subject);
  return subject.memo->condition(brief, subject.slot,
                                 [&](Timeline& line) { line = judged_line(id, as_kept(subject)); });
}

}  // namespace hearth
