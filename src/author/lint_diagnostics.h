// What `hearth plan lint` warns of: a plan that is sound, and says something its author can hardly
// have meant, or asks for what no feed brings. See base/diagnostic.h for the style of the texts.
#pragma once

#include <array>
#include <string_view>

#include "base/diagnostic.h"

namespace hearth::lint {

using Said = std::string_view;

// A criterion that no facts can meet (lint_never.cc).
inline constexpr DiagnosticKind<Said, Said> kNeverNeed{"NeverNeed", Severity::Warning,
                                                       "`{}` can never be a need: {}"};
inline constexpr DiagnosticKind<Said, Said> kNeverAchieved{"NeverAchieved", Severity::Warning,
                                                           "`{}` can never be achieved: {}"};

// A lasting period that adds nothing to the window before it (lint_sustain.cc).
inline constexpr DiagnosticKind<Said, Said, Said> kSustainShorter{
    "SustainShorter", Severity::Warning,
    "`{}` has to last {}, less than the {} its outcome looks at"};

// Two criteria that say one thing (lint_twins.cc).
inline constexpr DiagnosticKind<Said, Said> kSameEntry{
    "SameEntry", Severity::Warning,
    "`{}` is a need whenever `{}` is: their entry rules mean the same"};
inline constexpr DiagnosticKind<Said, Said> kSameCriterion{
    "SameCriterion", Severity::Warning,
    "`{}` always stands as `{}` does: entry, outcome and how long it lasts mean the same"};

// A row printed as somebody's word, of which nobody is asked (lint_kinds.cc).
inline constexpr DiagnosticKind<Said, Said> kNobodyAsked{
    "NobodyAsked", Severity::Warning,
    "the {} of `{}` is printed as a statement alone, and its rule asks for nobody's word"};

// What no feed brings (lint_supply.cc).
inline constexpr DiagnosticKind<Said, Said> kUnsuppliedSource{
    "UnsuppliedSource", Severity::Warning, "no feed is the source `{}`, named by {}"};
inline constexpr DiagnosticKind<Said, Said> kUnsuppliedRecords{
    "UnsuppliedRecords", Severity::Warning, "no feed brings `{}`, read by {}"};

inline constexpr auto kLintDiagnostics = std::to_array<const AnyDiagnosticKind*>({
    &kNeverNeed,
    &kNeverAchieved,
    &kSustainShorter,
    &kSameEntry,
    &kSameCriterion,
    &kNobodyAsked,
    &kUnsuppliedSource,
    &kUnsuppliedRecords,
});

}  // namespace hearth::lint
