#include "reference/judgement.h"

#include <set>

#include "reference/change.h"
#include "reference/coverage.h"
#include "reference/numbers.h"
#include "reference/people.h"
#include "reference/reads.h"

namespace hearth::reference {
namespace {

// One type's share of `on …`: the spell that covers the day, or the reading that stands.
Truth on_type(const Case& c, const Selector& selector, RecordTypeId type, const Subject& subject,
              Date on) {
  const Truth absent = covered(c, type, on) ? Truth::No : Truth::Unknown;
  if (c.facts.catalogue[type].shape == Shape::Spell) {
    Truth any = absent;
    for (const auto& record : records(c, subject, selector, on)) {
      if (!(record.type == type) || !record.possibly_on(on)) continue;
      any = either(any, record.surely_on(on) ? Truth::Yes : Truth::Unknown);
    }
    return any;
  }
  const auto all = records(c, subject, type, selector.about_this_need);
  const auto* standing = latest(all, [&](const SeenRecord&, Date start) { return start <= on; });
  return standing ? match(c, selector, *standing, on) : absent;
}

}  // namespace

struct Answer {
  Judgement& judgement;
  const Case& c;
  const Subject& subject;
  Date on;

  Truth of(ConditionId part) const { return judgement.truth(part, subject, on); }

  Truth operator()(const All& all) const {
    Truth so_far = Truth::NotApplicable;
    for (const auto part : all.parts) so_far = both(so_far, of(part));
    return so_far;
  }

  Truth operator()(const AtLeast& some) const {
    int yes = 0, unknown = 0, applicable = 0;
    for (const auto part : some.parts) {
      const Truth truth = of(part);
      yes += truth == Truth::Yes;
      unknown += truth == Truth::Unknown;
      applicable += truth != Truth::NotApplicable;
    }
    if (applicable == 0) return Truth::NotApplicable;
    if (yes >= some.needed) return Truth::Yes;
    return yes + unknown >= some.needed ? Truth::Unknown : Truth::No;
  }

  Truth operator()(const Not& node) const { return opposite(of(node.part)); }

  Truth operator()(const IfThenElse& node) const {
    const Truth condition = of(node.condition);
    const Truth then_part = of(node.then_part), else_part = of(node.else_part);
    if (condition == Truth::Yes) return then_part;
    if (condition == Truth::No) return else_part;
    if (condition == Truth::NotApplicable) return Truth::NotApplicable;
    return then_part == else_part ? then_part : Truth::Unknown;
  }

  Truth operator()(const People& people) const {
    switch (people.who.quantifier) {
      case Quantifier::Any: return any(people);
      case Quantifier::No: return opposite(any(people));
      case Quantifier::Every: return every(people);
      case Quantifier::EachInNeed: return each_in_need(people);
      case Quantifier::AnyInNeed: return any_in_need(people);
    }
    return Truth::Unknown;
  }

  Truth any(const People& people) const {
    Truth found = Truth::No;
    for (const auto* member : members_on(c, on)) {
      const Truth fits = applies(judgement, people.who, *member, subject, on);
      const Truth body = judgement.truth(people.body, {member->person, subject.need}, on);
      if (body != Truth::NotApplicable) found = either(found, both(fits, body));
    }
    return found;
  }

  Truth every(const People& people) const {
    Truth all = Truth::NotApplicable;
    for (const auto* member : members_on(c, on)) {
      const Truth fits = applies(judgement, people.who, *member, subject, on);
      if (fits == Truth::No) continue;
      const Truth body = judgement.truth(people.body, {member->person, subject.need}, on);
      if (body != Truth::NotApplicable) all = both(all, either(opposite(fits), body));
    }
    return all;
  }

  Truth each_in_need(const People& people) const {
    Truth all = Truth::NotApplicable;
    for (const auto* member : members_on(c, on)) {
      const auto joined = judgement.joined(member->person, on);
      if (joined) all = both(all, judgement.truth(people.body, {member->person, *joined}, on));
    }
    return all;
  }

  Truth any_in_need(const People& people) const {
    Truth found = Truth::NotApplicable;
    for (const auto* member : members_on(c, on)) {
      const auto joined = judgement.joined(member->person, on);
      if (joined)
        found = either(found, judgement.truth(people.body, {member->person, *joined}, on));
    }
    return found;
  }

  Truth operator()(const FamilySum& node) const {
    return judgement.truth(node.body, {std::nullopt, subject.need}, on);
  }

  Truth operator()(const On& node) const {
    std::set<RecordTypeId> types;
    for (const auto& pick : node.records.picks) types.insert(pick.type);
    Truth any = Truth::No;
    for (const auto type : types) any = either(any, on_type(c, node.records, type, subject, on));
    return any;
  }

  Truth operator()(const Compare& node) const {
    return compare(value(c, node.left, subject, on), node.comparison,
                   value(c, node.right, subject, on));
  }

  Truth operator()(const Change& node) const { return changed(c, node, subject, on); }
  Truth operator()(const Improves& node) const { return improved(c, node, subject, on); }

  Truth operator()(const Lasting& node) const {
    const auto days = window_days(c, {WindowKind::Last, node.period}, subject, on);
    if (!days) return node.since ? Truth::No : Truth::Unknown;
    Truth all = Truth::NotApplicable;
    for (Date day = days->lo + 1; day <= on; day = day + 1) {
      all = both(all, judgement.truth(node.part, subject, day));
    }
    if (!node.since || all == Truth::NotApplicable) return all;
    const auto anchor = anchor_day(c, *node.since, subject, on);
    return anchor && *anchor <= days->lo ? all : Truth::No;
  }

  // A membership counts up to the day of death.
  Truth operator()(const HasRole& node) const {
    if (!subject.person) return Truth::No;
    for (const auto* member : members_on(c, on)) {
      if (member->person != *subject.person) continue;
      for (const auto role : node.roles) {
        if (member->role == role) return Truth::Yes;
      }
    }
    return Truth::No;
  }

  Truth operator()(const LastingWeeks& node) const {
    int sure = 0, possible = 0, about_somebody = 0;
    for (int week = 0; week < node.of_weeks; ++week) {
      Truth all = Truth::NotApplicable;
      for (int i = 0; i < 7; ++i) {
        all = both(all, judgement.truth(node.part, subject, on - (7 * week + i)));
      }
      about_somebody += all != Truth::NotApplicable;
      sure += all == Truth::Yes;
      possible += all == Truth::Yes || all == Truth::Unknown;
    }
    if (about_somebody == 0) return Truth::NotApplicable;
    if (sure >= node.weeks) return Truth::Yes;
    return possible >= node.weeks ? Truth::Unknown : Truth::No;
  }
};

Truth Judgement::truth(ConditionId condition, const Subject& subject, Date on) {
  const auto key = std::tuple(condition, subject, on);
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  const Truth answer = std::visit(Answer{*this, c, subject, on}, c.plan[condition].node);
  known_.emplace(key, answer);
  return answer;
}

std::optional<Date> Judgement::need_since(Date by) {
  if (!c.rule().need) return std::nullopt;
  const Date last = std::min(by, c.about().closed.value_or(by));
  for (Date day = c.about().started; day <= last; day = day + 1) {
    if (truth(*c.rule().need, {}, day) == Truth::Yes) return day;
  }
  return std::nullopt;
}

bool Judgement::joins(PersonId person, Date day) {
  if (truth(*c.rule().need, {}, day) != Truth::Yes) return false;
  for (const auto id : marking_people(c.plan, *c.rule().need)) {
    const auto& people = std::get<People>(c.plan[id].node);
    for (const auto* member : members_on(c, day)) {
      if (member->person == person && applies(*this, people.who, *member, {}, day) == Truth::Yes &&
          truth(people.body, {person, std::nullopt}, day) == Truth::Yes) {
        return true;
      }
    }
  }
  return false;
}

std::optional<Date> Judgement::joined(PersonId person, Date by) {
  if (const auto found = joined_.find(person); found != joined_.end()) {
    return found->second <= by ? std::optional(found->second) : std::nullopt;
  }
  const auto since = need_since(by);
  if (!since) return std::nullopt;
  const Date last = std::min(by, c.about().closed.value_or(by));
  const auto looked = not_joined_by_.find(person);
  Date day = looked == not_joined_by_.end() ? *since : looked->second + 1;
  for (; day <= last; day = day + 1) {
    if (joins(person, day)) {
      joined_.emplace(person, day);
      return day;
    }
    not_joined_by_[person] = day;
  }
  return std::nullopt;
}

}  // namespace hearth::reference
