#include "engine/plan_impact.h"

#include <algorithm>

#include "engine/in_order.h"
#include "evaluate/family_judge.h"

namespace hearth {
namespace {

// The same family in other facts; none if its row was set aside there.
std::optional<FamilyId> family_in(const Facts& facts, const Facts& other, FamilyId family) {
  if (&facts == &other) return family;
  return facts.find_family(other.families[family.index].id);
}

}  // namespace

PlanImpact plan_impact(const Judge& older, const Judge& newer, const FamiliesQuestion& question) {
  PlanImpact impact;
  impact.criteria = compared_criteria(older.plan(), newer.plan());
  const ImpactOn asked{older.plan(), newer.plan(), impact.criteria, question.on};
  const auto& families = question.families;
  std::size_t done = 0;
  in_order(
      families.size(), question.threads,
      [&](std::size_t first, std::size_t last) {
        std::vector<FamilyImpact> impacts;
        FamilyJudge before(older), after(newer);
        for (std::size_t i = first; i < last; ++i) {
          const auto twin = family_in(newer.facts(), older.facts(), families[i]);
          if (!twin) continue;
          const auto& was = before.courses(families[i], question.on);
          const auto& now = after.courses(*twin, question.on);
          impacts.push_back(
              family_impact(asked, {older.facts(), families[i], was}, {newer.facts(), *twin, now}));
        }
        return impacts;
      },
      [&](std::vector<FamilyImpact> impacts) {
        done = std::min(done + kChunk, families.size());
        question.progress(done, families.size());
        for (auto& one : impacts) {
          impact.totals.add(one);
          if (one.moved()) impact.moved.push_back(std::move(one));
        }
        return true;
      });
  impact.totals.needs.resize(impact.criteria.size());
  impact.totals.outcomes.resize(impact.criteria.size());
  return impact;
}

}  // namespace hearth
