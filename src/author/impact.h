// What a newer plan would change for the families an older one judges: needs, achieved outcomes and
// eligibility gained and lost, and how many cannot be told for want of data.
//
// A criterion is held against the row it was (matched_criteria.h). Where two rows mean the same and
// stand on the same, what is unknown under one is unknown under the other, and nothing changes.
// Nothing here goes through families: whoever does judges each under both plans and adds it up.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "author/matched_criteria.h"
#include "evaluate/finding.h"
#include "facts/facts.h"
#include "timeline/truth.h"

namespace hearth {

enum class Asked { Need, Outcome, Eligible };
inline constexpr std::array kAsked = {Asked::Need, Asked::Outcome, Asked::Eligible};

std::string_view to_text(Asked asked);  // `need`, `outcome`, `eligible`

enum class Effect { None, Gained, Lost, Undecided };

// How something stands under both plans.
struct Shift {
  Truth before = Truth::No;
  Truth after = Truth::No;
  Effect effect = Effect::None;

  bool operator==(const Shift&) const = default;
};

struct Tally {
  std::size_t before = 0, after = 0, gained = 0, lost = 0, undecided = 0;

  void add(const Shift& shift);
  bool moved() const { return gained + lost + undecided > 0; }
  bool operator==(const Tally&) const = default;
};

struct ComparedCriterion {
  MatchedCriterion matched;
  bool same_entry = false;    // both rows find the same needs in any facts
  bool same_outcome = false;  // and the same outcomes
};

std::vector<ComparedCriterion> compared_criteria(const Plan& older, const Plan& newer);

// One family under both plans.
struct FamilyImpact {
  std::string family_id;
  Shift eligible;
  std::vector<Shift> needs, outcomes;  // by ComparedCriterion

  bool moved() const;
};

struct ImpactOn {
  const Plan& older;
  const Plan& newer;
  const std::vector<ComparedCriterion>& criteria;
  Date on;
};

// A family in the facts as one plan's catalogue reads them, and its courses, by CriterionId.
struct FamilyUnder {
  const Facts& facts;
  FamilyId family;
  const std::vector<Course>& courses;
};
FamilyImpact family_impact(const ImpactOn& impact, const FamilyUnder& older,
                           const FamilyUnder& newer);

struct ImpactTotals {
  std::array<Tally, 3> families;          // by Asked: a family with several needs counts once
  std::vector<Tally> needs, outcomes;     // by ComparedCriterion
  std::size_t judged = 0, undecided = 0;  // families, and those undecided in anything

  void add(const FamilyImpact& family);
};

}  // namespace hearth
