#include "author/ways.h"

#include <algorithm>

namespace hearth {
namespace {

constexpr std::size_t kMostWays = 200;
constexpr std::size_t kMostParts = 60;      // of one way
constexpr std::size_t kMostChosenFrom = 8;  // `at least 3 of` a list

using Ways = std::optional<std::vector<Way>>;

// Each way of the one with each of the other.
Ways together(const Ways& a, const Ways& b) {
  if (!a || !b || a->size() * b->size() > kMostWays) return std::nullopt;
  std::vector<Way> ways;
  for (const auto& x : *a) {
    for (const auto& y : *b) {
      auto way = x;
      way.insert(way.end(), y.begin(), y.end());
      if (way.size() > kMostParts) return std::nullopt;
      ways.push_back(std::move(way));
    }
  }
  return ways;
}

Ways one_of(Ways a, const Ways& b) {
  if (!a || !b || a->size() + b->size() > kMostWays) return std::nullopt;
  a->insert(a->end(), b->begin(), b->end());
  return a;
}

struct Expand {
  const Plan& plan;
  Holding at;

  Ways into(ConditionId id, bool same = true) const {
    const Holding inner{id, same == at.holds, at.family};
    return std::visit(Expand{plan, inner}, plan[id].node);
  }
  Ways itself() const { return std::vector<Way>{{at}}; }

  Ways all_of(const std::vector<ConditionId>& parts) const {
    Ways ways = std::vector<Way>{{}};
    for (const auto part : parts) {
      ways = together(ways, into(part));
      if (!ways) break;
    }
    return ways;
  }
  Ways any_of(const std::vector<ConditionId>& parts) const {
    Ways ways = std::vector<Way>{};
    for (const auto part : parts) {
      ways = one_of(std::move(ways), into(part));
      if (!ways) break;
    }
    return ways;
  }

  Ways operator()(const All& all) const { return at.holds ? all_of(all.parts) : any_of(all.parts); }
  Ways operator()(const AtLeast& list) const {
    if (list.needed == 1) return at.holds ? any_of(list.parts) : all_of(list.parts);
    if (!at.holds || list.parts.size() > kMostChosenFrom) return std::nullopt;
    return some_of(list.parts, 0, list.needed);
  }
  Ways operator()(const Not& negated) const { return into(negated.part, false); }
  Ways operator()(const IfThenElse& choice) const {
    const Expand asked{plan, {at.condition, true, at.family}};
    const auto then_ways = together(asked.into(choice.condition), into(choice.then_part));
    if (!then_ways) return std::nullopt;
    const auto otherwise = asked.into(choice.condition, false);
    return one_of(then_ways, together(otherwise, into(choice.else_part)));
  }
  Ways operator()(const FamilySum& family) const {
    const Expand inside{plan, {at.condition, at.holds, true}};
    return inside.into(family.body);
  }
  Ways operator()(const Lasting& lasting) const { return at.holds ? into(lasting.part) : itself(); }
  Ways operator()(const auto&) const { return itself(); }

 private:
  // The ways in which `needed` of the parts from `first` on hold.
  Ways some_of(const std::vector<ConditionId>& parts, std::size_t first, int needed) const {
    if (needed <= 0) return std::vector<Way>{{}};
    if (parts.size() - first < static_cast<std::size_t>(needed)) return std::vector<Way>{};
    return one_of(together(into(parts[first]), some_of(parts, first + 1, needed - 1)),
                  some_of(parts, first + 1, needed));
  }
};

}  // namespace

std::optional<std::vector<Way>> ways_to_hold(const Plan& plan, const Way& roots) {
  Ways ways = std::vector<Way>{{}};
  for (const auto& root : roots) {
    ways = together(ways, std::visit(Expand{plan, root}, plan[root.condition].node));
  }
  return ways;
}

}  // namespace hearth
