// A rule in plain words for a page, definitions spelled out: a short one as a sentence, a long one
// as lists within lists, one entry for each thing that is asked.
#pragma once

#include <string>

#include "language/plan.h"

namespace hearth {

std::string rule_html(const Plan& plan, ConditionId id);
std::string sustain_sentence(const Sustain& sustain);

}  // namespace hearth
