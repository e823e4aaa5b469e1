// Whether a family's outcomes could be claimed under a plan on a day, and what each part of that
// says: decided here for one family, and nothing is written down or sealed.
//
// A claim asks for four things. The family is eligible. What the plan `requires` is there. Every
// need that counts is achieved, and there is one: of `all needs`, or with `entry needs` of those
// found on the day the family started and those of mandatory criteria. And every mandatory
// criterion without a need has an outcome that holds, judged as if its need had begun for nobody
// on the day the family started; an outcome about nobody asks for nothing.
//
// A criterion that `stands alone`, achieved on a day on which its `alone` clause holds, takes the
// place of the last two. It never takes the place of being eligible.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "evaluate/judge.h"

namespace hearth {

// One thing a claim asks for, and whether it is there.
struct ClaimPart {
  Truth truth = Truth::Unknown;
  std::optional<CriterionId> criterion;  // none: of the family or the plan
  std::string words;  // `assessed on 2024-03-01`, `mandatory: no need was found …`
};

struct Claimable {
  Truth truth = Truth::No;
  std::vector<CriterionId> counting;  // needs the claim rests on, in plan order
  std::vector<CriterionId> alone;     // criteria that carry it by themselves on the day
  std::vector<ClaimPart> parts;       // all that was asked, in the order above
};

// One course a criterion, by CriterionId.
Claimable claimable_on(const Judge& judge, FamilyId family, std::span<const Course> courses,
                       Date on);

}  // namespace hearth
