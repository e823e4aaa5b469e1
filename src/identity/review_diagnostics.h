// What can be wrong with a review that comes back, by sheet, row and column; none repeats a cell.
#pragma once

#include "base/diagnostic.h"

namespace hearth::identity {

inline constexpr DiagnosticKind<> kReviewColumn{
    "ReviewColumn", Severity::Error,
    "the sheet has no such column; a review that comes back needs it as it was written"};
inline constexpr DiagnosticKind<> kReviewWord{"ReviewWord", Severity::Error,
                                              "a decision is `same`, `different` or `leave`"};
inline constexpr DiagnosticKind<> kReviewMissing{"ReviewMissing", Severity::Error,
                                                 "a decision needs it, and it is empty"};
inline constexpr DiagnosticKind<> kReviewSighting{"ReviewSighting", Severity::Error,
                                                  "this names no sighting as a review names it"};
inline constexpr DiagnosticKind<> kReviewPairGone{
    "ReviewPairGone", Severity::Error, "the store has no doubtful pair of these two any more"};
inline constexpr DiagnosticKind<> kReviewPairChanged{
    "ReviewPairChanged", Severity::Error,
    "it is not what it was when the review was written, or it was changed in the sheet"};
inline constexpr DiagnosticKind<std::int64_t> kReviewDecided{
    "ReviewDecided", Severity::Error, "somebody decided on this pair before, as event {}"};
inline constexpr DiagnosticKind<std::int64_t> kReviewTwice{"ReviewTwice", Severity::Error,
                                                           "row {} decides on the same pair"};
inline constexpr DiagnosticKind<std::string_view> kReviewContradicts{
    "ReviewContradicts", Severity::Error, "it contradicts {}"};

}  // namespace hearth::identity
