// Whether the answers of a review can be taken: against the store as it is, and against one
// another.
#pragma once

#include "identity/linked_state.h"
#include "identity/review_workbook.h"

namespace hearth::identity {

// Adds what is wrong to the review's diagnostics. `people`: those around the answers' sightings.
void check_review(AnsweredReview& review, const LinkedState& state,
                  const link::LastingPeople& people);

// After all is done to the people: answers, and earlier ones, that do not hold of them.
void check_outcome(AnsweredReview& review, const LinkedState& state,
                   const link::LastingPeople& people);

}  // namespace hearth::identity
