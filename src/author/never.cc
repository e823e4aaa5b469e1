#include "author/never.h"

#include <algorithm>

#include "language/condition_parts.h"

namespace hearth {
namespace {

// What a quantifier that holds, or does not, says of people.
struct Said {
  const People* people;
  Span span;         // of its head
  bool of_somebody;  // of one of them, or of all
  bool passed_over;  // where there is nobody
  Way roots;         // what is so of that person
};

// `any child aged 10 to 14`, without what is asked of them.
Span head_of(const Plan& plan, ConditionId id) {
  const auto span = plan[id].span;
  const auto text = plan.source->text(span);
  const auto colon = std::min(text.find(':'), text.size());
  return {span.offset, static_cast<std::uint32_t>(colon)};
}

std::optional<Said> said_of_people(const Plan& plan, const Holding& part) {
  const auto* people = std::get_if<People>(&plan[part.condition].node);
  if (!people) return std::nullopt;
  const auto quantifier = people->who.quantifier;
  const bool one = quantifier == Quantifier::Any || quantifier == Quantifier::No ||
                   quantifier == Quantifier::AnyInNeed;
  const bool body_holds = (quantifier != Quantifier::No) == part.holds;
  const bool passed_over = !one || people->who.in_need();
  Said said{people, head_of(plan, part.condition), one == body_holds, passed_over, {}};
  said.roots.push_back({people->body, body_holds, false});
  if (said.of_somebody && people->who.condition) {
    said.roots.push_back({*people->who.condition, true, false});
  }
  return said;
}

// Whether everybody meant by `some` is also meant by `all`.
bool among(const Who& some, const Who& all) {
  if (all.condition || all.in_need() || some.in_need()) return false;
  if (some.kind != all.kind && all.kind != Kind::Member) return false;
  const bool from = !all.age_from || some.age_from.value_or(0) >= *all.age_from;
  const bool to = !all.age_to || (some.age_to && *some.age_to <= *all.age_to);
  return from && to;
}

bool may_be_about_nobody(const Plan& plan, ConditionId id) {
  const auto* people = std::get_if<People>(&plan[id].node);
  if (people) {
    return people->who.quantifier == Quantifier::Every || people->who.in_need();
  }
  return std::ranges::any_of(parts_of(plan[id]),
                             [&](ConditionId part) { return may_be_about_nobody(plan, part); });
}

class Search {
 public:
  Search(const Plan& plan, const KnownOfThose& in_need) : plan_(plan), in_need_(in_need) {}

  // Why the roots can never hold together with what is known; nullopt if they may.
  std::optional<Never> roots(const Way& roots, const std::vector<Demand>& known) const {
    const auto ways = ways_to_hold(plan_, roots);
    if (!ways || ways->empty()) return std::nullopt;
    std::optional<Never> first;
    for (const auto& way : *ways) {
      auto never = one_way(way, known);
      if (!never) return std::nullopt;
      if (!first) first = std::move(never);
    }
    return first;
  }

 private:
  const Plan& plan_;
  const KnownOfThose& in_need_;

  std::optional<Never> one_way(const Way& way, const std::vector<Demand>& known) const {
    if (auto never = demands(way, false, known)) return never;
    if (auto never = demands(way, true, {})) return never;
    for (const auto& part : way) {
      if (auto never = weeks(part)) return never;
    }
    return people(way);
  }

  std::optional<Never> demands(const Way& way, bool family, std::vector<Demand> known) const {
    for (const auto& part : way) {
      if (part.family != family) continue;
      const auto demand = demand_of(plan_, part);
      if (!demand) continue;
      if (impossible(plan_, *demand)) return Never{*demand, std::nullopt};
      for (const auto& other : known) {
        if (rule_each_other_out(plan_, *demand, other)) return Never{*demand, other};
      }
      known.push_back(*demand);
    }
    return std::nullopt;
  }

  // `for 26 of last 30 weeks` of what never holds.
  std::optional<Never> weeks(const Holding& part) const {
    const auto* lasting = std::get_if<LastingWeeks>(&plan_[part.condition].node);
    if (!lasting || !part.holds || may_be_about_nobody(plan_, lasting->part)) return std::nullopt;
    return roots({{lasting->part, true, part.family}}, {});
  }

  static std::vector<Demand> known_of(const Said& said) {
    std::vector<Demand> known;
    if (const auto ages = demand_of(said.people->who, said.span)) known.push_back(*ages);
    return known;
  }

  std::optional<Never> by_itself(const Said& said) const {
    const bool in_need = said.people->who.in_need();
    const auto ages = in_need ? std::vector<Demand>{} : known_of(said);
    if (!ages.empty() && ages.front().values.empty()) return Never{ages.front(), std::nullopt};
    auto never = roots(said.roots, ages);
    if (never || !in_need || in_need_.empty()) return never;
    for (const auto& known : in_need_) {
      auto contradiction = roots(said.roots, known);
      if (!contradiction) return std::nullopt;
      if (!never) never = std::move(contradiction);
    }
    return never;
  }

  std::optional<Never> people(const Way& way) const {
    std::vector<Said> all;
    for (const auto& part : way) {
      if (const auto said = said_of_people(plan_, part)) all.push_back(*said);
    }
    std::optional<Never> passed_over;
    std::size_t never_of_anybody = 0;
    for (const auto& said : all) {
      if (!said.of_somebody && !said.passed_over) continue;  // `no child`: where there is none
      auto never = by_itself(said);
      if (!never) continue;
      if (!said.passed_over) return never;
      ++never_of_anybody;
      if (!passed_over) passed_over = std::move(never);
    }
    // `every child: …` of what never holds is still no hindrance where there are no children.
    if (passed_over && never_of_anybody == way.size()) return passed_over;
    return somebody_against_all(all);
  }

  // `any child: a and every child: not a`.
  std::optional<Never> somebody_against_all(const std::vector<Said>& all) const {
    for (const auto& some : all) {
      if (!some.of_somebody || some.passed_over) continue;
      for (const auto& every : all) {
        if (every.of_somebody || !among(some.people->who, every.people->who)) continue;
        auto both = some.roots;
        both.insert(both.end(), every.roots.begin(), every.roots.end());
        if (auto never = roots(both, known_of(some))) return never;
      }
    }
    return std::nullopt;
  }
};

// The quantifiers of an entry rule whose people come to be in need, and perhaps a few more.
void gather_people(const Plan& plan, ConditionId id, std::vector<ConditionId>& found) {
  if (std::holds_alternative<People>(plan[id].node)) found.push_back(id);
  for (const auto part : parts_of(plan[id])) gather_people(plan, part, found);
}

}  // namespace

KnownOfThose known_of_those_in_need(const Plan& plan, const Criterion& criterion) {
  std::vector<ConditionId> quantifiers;
  if (criterion.need) gather_people(plan, *criterion.need, quantifiers);
  KnownOfThose known;
  for (const auto id : quantifiers) {
    const auto& people = std::get<People>(plan[id].node);
    Way roots = {{people.body, true, false}};
    if (people.who.condition) roots.push_back({*people.who.condition, true, false});
    const auto ways = ways_to_hold(plan, roots);
    if (!ways) return {};  // too many to be sure of anything
    for (const auto& way : *ways) {
      auto& demands = known.emplace_back();
      const auto keep = [&](const std::optional<Demand>& demand) {
        if (!demand) return;
        for (auto& still : later(plan, *demand)) demands.push_back(std::move(still));
      };
      keep(demand_of(people.who, head_of(plan, id)));
      for (const auto& part : way) {
        if (!part.family) keep(demand_of(plan, part));
      }
    }
  }
  return known;
}

std::optional<Never> why_never(const Plan& plan, ConditionId condition,
                               const KnownOfThose& in_need) {
  return Search(plan, in_need).roots({{condition, true, false}}, {});
}

}  // namespace hearth
