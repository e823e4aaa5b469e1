// Leaves out the clusters that are what they were, so that nothing is asked about them.
//
// A cluster that is not one person is told by an event: whose rows came together is to be merged or
// was, and whose came apart to be split. So a cluster of all rows of one person, and of no others,
// was the same before, unless something was proposed or decided of that person.
#pragma once

#include "identity/changed_clusters.h"

namespace hearth::identity {

// Of `rows` and of their clusters, pairs and decided pairs; rows of `from` stay.
void leave_out_unchanged(const links::KnownRows& known, const std::vector<links::RowId>& from,
                         const std::vector<PersonEventEntry>& decisions,
                         std::vector<links::RowId>& rows, ChangedClusters& changed);

}  // namespace hearth::identity
