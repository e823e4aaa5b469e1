// A checked Plan in words: for `hearth plan show`, for `explain`, and for tests that compare text.
//
// The words are made from the checked nodes, not copied from the document, so a definition is
// spelled out where it was used. to_text is stable: the same Plan gives the same text.
#pragma once

#include <string>
#include <string_view>

#include "facts/role_word.h"
#include "language/plan.h"

namespace hearth {

std::string condition_words(const Plan& plan, ConditionId id);
std::string in_force_words(const Plan& plan);             // `2022-10-03 to 2025-03-31`
std::string who_words(const Plan& plan, const Who& who);  // `every child aged 10 to 17`
std::string sustain_words(const Sustain& sustain);        // `6 months after closure`
// … and what may come sooner: `6 months or had order where result = completed since need`.
std::string sustain_words(const Plan& plan, const Criterion& criterion);
std::string_view requirement_words(Requirement requirement);  // `lead practitioner`

std::string to_text(const Plan& plan);

}  // namespace hearth
