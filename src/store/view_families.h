// The families of a view: those that were formed, and of everybody else what their agencies name.
//
// Nobody is left out. Who came after families were formed, or was linked otherwise since, is of the
// family a feed names, or else of one of their own. When work began is what files say of members.
#pragma once

#include "store/families.h"
#include "table/database.h"

namespace hearth {

// Makes the table `kin` beside the table `told`, which has a row for each person.
Result<void> put_into_families(Database& database, const FamilySource& families);

// `select …` in the columns of a facts folder, of `kin`.
Sql families_of_kin();
Sql members_of_kin();

}  // namespace hearth
