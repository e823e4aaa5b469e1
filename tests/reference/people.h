// Who a quantifier speaks of.
#pragma once

#include <vector>

#include "reference/judgement.h"

namespace hearth::reference {

// Rows of Facts::members that hold on the day, of people who are alive.
std::vector<const Member*> members_on(const Case& c, Date day);

// Whether the quantifier's kind, ages and `who …` fit a member on the day.
Truth applies(Judgement& judgement, const Who& who, const Member& member, const Subject& subject,
              Date day);

}  // namespace hearth::reference
