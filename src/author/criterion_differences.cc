#include "author/criterion_differences.h"

#include <algorithm>

#include "author/comparable_rule.h"
#include "author/rule_points.h"
#include "author/stands_on.h"
#include "language/describe_plan.h"

namespace hearth {
namespace {

using Clauses = std::vector<ClauseDifference>;

void append(Clauses& all, Clauses more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// A rule that is not there is said as the plan says it.
std::string rule_words(const Plan& plan, std::optional<ConditionId> id, const char* if_none) {
  return id ? condition_words(plan, *id) : if_none;
}

struct Rule {
  const char* clause;
  const char* if_none;
  std::optional<ConditionId> Criterion::* id;
};
constexpr Rule kRules[] = {{"need", "under development", &Criterion::need},
                           {"outcome", "undefined", &Criterion::outcome},
                           {"sooner", "nothing", &Criterion::sooner},
                           {"alone", "nothing", &Criterion::alone}};

void compare_rule(const CriterionOf& older, const CriterionOf& newer, const Rule& rule,
                  Clauses& clauses) {
  const auto before = older.criterion.*rule.id, after = newer.criterion.*rule.id;
  ClauseDifference difference{.clause = rule.clause,
                              .before = rule_words(older.plan, before, rule.if_none),
                              .after = rule_words(newer.plan, after, rule.if_none),
                              .points = {},
                              .through = {}};
  const bool same = comparable(older.plan, before) == comparable(newer.plan, after);
  if (!same && before && after) {
    difference.points = rule_points(older.plan, *before, newer.plan, *after);
  }
  difference.through = changed_underneath(older.plan, before, newer.plan, after);
  if (!same || !difference.through.empty()) clauses.push_back(std::move(difference));
}

// Conditions without a place of their own: those that only one side has.
void compare_supporting(const CriterionOf& older, const CriterionOf& newer, Clauses& clauses) {
  const auto texts = [](const CriterionOf& side) {
    std::vector<std::string> list;
    for (const auto id : side.criterion.supporting) list.push_back(comparable(side.plan, id));
    return list;
  };
  const auto before = texts(older), after = texts(newer);
  const auto& gone_from = older.criterion.supporting;
  const auto& come_to = newer.criterion.supporting;
  std::vector<std::string> gone, come;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (std::ranges::count(after, before[i]) > 0) continue;
    gone.push_back(condition_words(older.plan, gone_from[i]));
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (std::ranges::count(before, after[i]) > 0) continue;
    come.push_back(condition_words(newer.plan, come_to[i]));
  }
  append(clauses, items_between("supporting", gone, come));
}

// What is printed of one side, in whatever order it is said.
void compare_kinds(const char* clause, const CriterionOf& older, const CriterionOf& newer,
                   PrintedKind PrintedKinds::* side, Clauses& clauses) {
  const auto told = [&](const CriterionOf& one, const auto& text) {
    const auto& kinds = one.criterion.kinds;
    return kinds ? text((*kinds).*side) : std::string();
  };
  const auto alike = [](const PrintedKind& kind) { return comparable(kind); };
  const auto words = [](const PrintedKind& kind) { return to_text(kind); };
  if (told(older, alike) == told(newer, alike)) return;
  clauses.push_back({clause, told(older, words), told(newer, words), {}, {}});
}

}  // namespace

std::vector<std::string> changed_underneath(const Plan& older, std::optional<ConditionId> before,
                                            const Plan& newer, std::optional<ConditionId> after) {
  std::vector<std::string> changed;
  if (!before || !after) return changed;
  const auto now = stands_on(newer, *after);
  for (const auto& was : stands_on(older, *before)) {
    const auto same_name = [&](const Declared& one) {
      return one.part == was.part && one.name == was.name;
    };
    const auto found = std::ranges::find_if(now, same_name);
    if (found == now.end() || clauses_between(was.said, found->said).empty()) continue;
    const auto part = std::string(to_text(was.part));
    changed.push_back(was.name.empty() ? part : part + " " + was.name);
  }
  return changed;
}

std::vector<ClauseDifference> criterion_differences(const CriterionOf& older,
                                                    const CriterionOf& newer) {
  const auto& a = older.criterion;
  const auto& b = newer.criterion;
  Clauses clauses = clauses_between({{"title", a.title}}, {{"title", b.title}});
  append(clauses, items_between("flag", a.flags, b.flags));
  for (const auto& rule : kRules) compare_rule(older, newer, rule, clauses);
  compare_supporting(older, newer, clauses);
  if (comparable(a.sustain) != comparable(b.sustain)) {
    clauses.push_back({"sustain", sustain_words(a.sustain), sustain_words(b.sustain), {}, {}});
  }
  append(clauses, items_between("source", a.sources, b.sources));
  if (a.cites != b.cites) clauses.push_back({"cites", a.cites, b.cites, {}, {}});
  compare_kinds("entry kinds", older, newer, &PrintedKinds::entry, clauses);
  compare_kinds("outcome kinds", older, newer, &PrintedKinds::outcome, clauses);
  append(clauses, items_between("reading", a.readings, b.readings));
  return clauses;
}

}  // namespace hearth
