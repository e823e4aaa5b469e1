// Why: the rule walked part by part for one family on one day, with the rows that decided each
// part.
//
// The truths are those of the timelines, read at the day, so an explanation cannot disagree with
// the finding it explains; what is gathered here is the evidence beside them.
#pragma once

#include <string>
#include <vector>

#include "evaluate/basis.h"
#include "evaluate/evidence.h"
#include "evaluate/subject.h"

namespace hearth {

Explanation explain(const Basis& basis, FamilyId family, CriterionId criterion, Date on);

// One part of a rule and all below it.
Evidence evidence_of(ConditionId id, const Subject& subject, Date on);

// What would settle an unknown status: the least, in the order of the rule, each once.
std::vector<std::string> settles_of(const Basis& basis, FamilyId family, CriterionId criterion,
                                    const Course& course, Date on, Memo* memo);

}  // namespace hearth
