#include "engine/impact_rows.h"

namespace hearth {
namespace {

Tally tally_of(const Shift& shift) {
  Tally tally;
  tally.add(shift);
  return tally;
}

struct Refs {
  std::string newer, older;
};

Refs refs_of(const Plan& older, const Plan& newer, const MatchedCriterion& matched) {
  return {matched.newer ? newer[*matched.newer].ref : std::string(),
          matched.older ? older[*matched.older].ref : std::string()};
}

void add_family(const FamilyImpact& family, const std::vector<Refs>& refs,
                std::vector<ImpactRow>& rows) {
  const auto add = [&](const Refs& ref, Asked asked, const Shift& shift) {
    if (shift.effect == Effect::None) return;
    rows.push_back(
        {"family", family.family_id, ref.newer, ref.older, to_text(asked), tally_of(shift)});
  };
  for (std::size_t i = 0; i < refs.size(); ++i) {
    add(refs[i], Asked::Need, family.needs[i]);
    add(refs[i], Asked::Outcome, family.outcomes[i]);
  }
  add({}, Asked::Eligible, family.eligible);
}

}  // namespace

std::array<Cell, ImpactRow::kColumns.size()> ImpactRow::cells() const {
  const auto whole = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  return {part,
          std::string_view(family_id),
          std::string_view(criterion),
          std::string_view(criterion_before),
          of,
          whole(tally.before),
          whole(tally.after),
          whole(tally.gained),
          whole(tally.lost),
          whole(tally.undecided)};
}

std::vector<ImpactRow> impact_rows(const Plan& older, const Plan& newer, const PlanImpact& impact) {
  std::vector<ImpactRow> rows;
  for (const auto asked : kAsked) {
    rows.push_back({"total",
                    {},
                    {},
                    {},
                    to_text(asked),
                    impact.totals.families[static_cast<std::size_t>(asked)]});
  }
  std::vector<Refs> refs;
  for (const auto& one : impact.criteria) refs.push_back(refs_of(older, newer, one.matched));
  for (std::size_t i = 0; i < refs.size(); ++i) {
    const auto& [now, was] = refs[i];
    const auto& totals = impact.totals;
    rows.push_back({"criterion", {}, now, was, to_text(Asked::Need), totals.needs[i]});
    rows.push_back({"criterion", {}, now, was, to_text(Asked::Outcome), totals.outcomes[i]});
  }
  for (const auto& family : impact.moved) add_family(family, refs, rows);
  return rows;
}

std::string ref_words(const Plan& older, const Plan& newer, const MatchedCriterion& matched) {
  const auto [now, was] = refs_of(older, newer, matched);
  if (now.empty()) return was + " (dropped)";
  if (was.empty()) return now + " (added)";
  return now == was ? now : now + " (was " + was + ")";
}

}  // namespace hearth
