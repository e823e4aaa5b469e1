// Answers as a page shows them: the rows of the fixed forms, without what a page already says (the
// plan, and the family where there is one), as tables.
#pragma once

#include <string>

#include "evaluate/judge.h"

namespace hearth {

std::string rule_table(const Judge& judge);  // each entry rule from the family's start on
std::string timeline_table(const Judge& judge);
std::string finding_table(const Judge& judge, Date on);
std::string identified_table(const Judge& judge, Date on);
std::string claim_table(const Judge& judge, Date on);  // of the first family
std::string plan_rows_table(const Plan& plan);

}  // namespace hearth
