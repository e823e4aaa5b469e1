// Which links of people are doubtful, kept as events: `doubted`, and `doubt_ended` when they are so
// no more. A run says it of the people it looked at.
#pragma once

#include "identity/changed_clusters.h"

namespace hearth::identity {

// After the people took the clusters.
Result<void> record_doubts(const ChangedClusters& changed, link::LastingPeople& people,
                           PeopleBook& book, Date day);

// The `doubted` of these events that no later one ends.
std::vector<PersonEventEntry> standing_doubts(std::vector<PersonEventEntry> events);

}  // namespace hearth::identity
