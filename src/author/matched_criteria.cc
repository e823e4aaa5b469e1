#include "author/matched_criteria.h"

#include <functional>
#include <string>

#include "author/comparable_rule.h"

namespace hearth {
namespace {

struct Row {
  std::string ref, title, rules;
  std::optional<std::size_t> twin;  // in the other plan
};

std::vector<Row> rows_of(const Plan& plan) {
  std::vector<Row> rows;
  for (const auto& criterion : plan.criteria) {
    const auto rules = comparable(plan, criterion.need) + "\n" +
                       comparable(plan, criterion.outcome) + "\n" + comparable(criterion.sustain) +
                       "\n" + comparable(plan, criterion.sooner);
    rows.push_back({criterion.ref, criterion.title, rules, std::nullopt});
  }
  return rows;
}

using Alike = std::function<bool(const Row& a, const Row& b)>;

// The only row of `rows` without a twin that is like `row`.
std::optional<std::size_t> only_one(const Row& row, const std::vector<Row>& rows,
                                    const Alike& alike) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].twin || !alike(row, rows[i])) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

void match(std::vector<Row>& older, std::vector<Row>& newer, const Alike& alike) {
  for (std::size_t i = 0; i < older.size(); ++i) {
    if (older[i].twin) continue;
    const auto twin = only_one(older[i], newer, alike);
    if (!twin || only_one(newer[*twin], older, alike) != i) continue;
    older[i].twin = *twin;
    newer[*twin].twin = i;
  }
}

}  // namespace

std::vector<MatchedCriterion> matched_criteria(const Plan& older, const Plan& newer) {
  auto before = rows_of(older), after = rows_of(newer);
  const auto same_ref = [](const Row& a, const Row& b) { return a.ref == b.ref; };
  const auto same_title = [](const Row& a, const Row& b) { return a.title == b.title; };
  const auto same_rules = [](const Row& a, const Row& b) { return a.rules == b.rules; };
  match(before, after, [&](const Row& a, const Row& b) {
    return same_ref(a, b) && (same_title(a, b) || same_rules(a, b));
  });
  match(before, after,
        [&](const Row& a, const Row& b) { return same_title(a, b) && same_rules(a, b); });
  match(before, after, same_title);
  match(before, after, same_ref);
  match(before, after, same_rules);

  std::vector<MatchedCriterion> matched;
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto twin = after[i].twin;
    matched.push_back({twin ? std::optional(CriterionId(*twin)) : std::nullopt, CriterionId(i)});
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!before[i].twin) matched.push_back({CriterionId(i), std::nullopt});
  }
  return matched;
}

}  // namespace hearth
