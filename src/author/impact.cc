#include "author/impact.h"

#include <algorithm>

#include "author/comparable_rule.h"
#include "author/criterion_differences.h"
#include "evaluate/eligibility.h"
#include "language/records_read.h"

namespace hearth {
namespace {

Shift shift_of(Truth before, Truth after, bool same) {
  Shift shift{before, after, Effect::None};
  if (same) return shift;
  if (before == Truth::Unknown || after == Truth::Unknown)
    shift.effect = Effect::Undecided;
  else if (before != after)
    shift.effect = after == Truth::Yes ? Effect::Gained : Effect::Lost;
  return shift;
}

Truth achieved_on(const Course& course, Date day) {
  const auto status = course.status.at(day);
  if (status == Status::Unknown) return Truth::Unknown;
  return truth_of(status == Status::Achieved);
}

// Statements are about a criterion by its ref, or by the topics its entry names.
bool hears_statements(const Plan& plan, ConditionId id) {
  bool hears = false;
  each_selector(plan, id, [&](const Selector& records) { hears |= records.about_this_need; });
  return hears;
}

bool same_rule(const Plan& older, std::optional<ConditionId> before, const Plan& newer,
               std::optional<ConditionId> after, bool same_ref) {
  if (comparable(older, before) != comparable(newer, after)) return false;
  if (!before) return true;
  return changed_underneath(older, before, newer, after).empty() &&
         (same_ref || !hears_statements(older, *before));
}

bool same_terms(const Plan& older, const Plan& newer) {
  return std::ranges::equal(older.terms.terms(), newer.terms.terms());
}

ComparedCriterion compared(const Plan& older, const Plan& newer, const MatchedCriterion& matched) {
  ComparedCriterion result{.matched = matched};
  if (!matched.older || !matched.newer) return result;
  const auto& a = older[*matched.older];
  const auto& b = newer[*matched.newer];
  const bool same_ref = a.ref == b.ref && a.topics == b.topics;
  result.same_entry = same_rule(older, a.need, newer, b.need, same_ref);
  const bool lasts_alike = comparable(a.sustain) == comparable(b.sustain) &&
                           (a.sustain.period.unit != Unit::Term || same_terms(older, newer));
  result.same_outcome = result.same_entry && lasts_alike &&
                        same_rule(older, a.outcome, newer, b.outcome, same_ref) &&
                        same_rule(older, a.sooner, newer, b.sooner, same_ref);
  return result;
}

Truth eligible(const Plan& plan, const FamilyUnder& one, Date on) {
  if (!open_on(one.facts.families[one.family.index], on)) return Truth::No;
  return eligible_on(plan, one.facts, one.family, one.courses, on).truth;
}

// Whether the same needs count for the same: then so does what is not known of them.
bool counts_alike(const ImpactOn& impact, const std::vector<Shift>& needs) {
  const auto& a = impact.older.eligibility;
  const auto& b = impact.newer.eligibility;
  const bool moved =
      std::ranges::any_of(needs, [](const Shift& need) { return need.effect != Effect::None; });
  if (moved || a.least != b.least || a.by != b.by) return false;
  if (impact.older.elsewhere_once != impact.newer.elsewhere_once) return false;
  if (a.by == CountBy::Criteria) return true;
  return std::ranges::all_of(impact.criteria, [&](const ComparedCriterion& one) {
    const auto& [before, after] = one.matched;
    return before && after &&
           impact.older.headlines[impact.older[*before].headline.index].title ==
               impact.newer.headlines[impact.newer[*after].headline.index].title;
  });
}

bool has(const std::vector<Shift>& shifts, Effect effect) {
  return std::ranges::find(shifts, effect, &Shift::effect) != shifts.end();
}

void add_family(Tally& tally, const std::vector<Shift>& shifts) {
  tally.before += std::ranges::count(shifts, Truth::Yes, &Shift::before) > 0;
  tally.after += std::ranges::count(shifts, Truth::Yes, &Shift::after) > 0;
  tally.gained += has(shifts, Effect::Gained);
  tally.lost += has(shifts, Effect::Lost);
  tally.undecided += has(shifts, Effect::Undecided);
}

}  // namespace

std::string_view to_text(Asked asked) {
  static constexpr std::array<std::string_view, 3> kNames = {"need", "outcome", "eligible"};
  return kNames[static_cast<std::size_t>(asked)];
}

void Tally::add(const Shift& shift) {
  before += shift.before == Truth::Yes;
  after += shift.after == Truth::Yes;
  gained += shift.effect == Effect::Gained;
  lost += shift.effect == Effect::Lost;
  undecided += shift.effect == Effect::Undecided;
}

std::vector<ComparedCriterion> compared_criteria(const Plan& older, const Plan& newer) {
  std::vector<ComparedCriterion> criteria;
  for (const auto& matched : matched_criteria(older, newer)) {
    criteria.push_back(compared(older, newer, matched));
  }
  return criteria;
}

bool FamilyImpact::moved() const {
  const auto stays = [](const Shift& shift) { return shift.effect == Effect::None; };
  return !stays(eligible) || !std::ranges::all_of(needs, stays) ||
         !std::ranges::all_of(outcomes, stays);
}

FamilyImpact family_impact(const ImpactOn& impact, const FamilyUnder& older,
                           const FamilyUnder& newer) {
  FamilyImpact result;
  result.family_id = older.facts.families[older.family.index].id;
  for (const auto& one : impact.criteria) {
    const auto& [before, after] = one.matched;
    const auto* was = before ? &older.courses[before->index] : nullptr;
    const auto* now = after ? &newer.courses[after->index] : nullptr;
    result.needs.push_back(shift_of(was ? need_on(*was, impact.on) : Truth::No,
                                    now ? need_on(*now, impact.on) : Truth::No, one.same_entry));
    result.outcomes.push_back(shift_of(was ? achieved_on(*was, impact.on) : Truth::No,
                                       now ? achieved_on(*now, impact.on) : Truth::No,
                                       one.same_outcome));
  }
  result.eligible =
      shift_of(eligible(impact.older, older, impact.on), eligible(impact.newer, newer, impact.on),
               counts_alike(impact, result.needs));
  return result;
}

void ImpactTotals::add(const FamilyImpact& family) {
  ++judged;
  needs.resize(family.needs.size());
  outcomes.resize(family.outcomes.size());
  for (std::size_t i = 0; i < needs.size(); ++i) needs[i].add(family.needs[i]);
  for (std::size_t i = 0; i < outcomes.size(); ++i) outcomes[i].add(family.outcomes[i]);
  add_family(families[0], family.needs);
  add_family(families[1], family.outcomes);
  families[2].add(family.eligible);
  undecided += has(family.needs, Effect::Undecided) || has(family.outcomes, Effect::Undecided) ||
               family.eligible.effect == Effect::Undecided;
}

}  // namespace hearth
