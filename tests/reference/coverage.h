// The days for which everything of a record type is known.
#pragma once

#include "reference/case.h"

namespace hearth::reference {

bool covered(const Case& c, RecordTypeId type, Date day);

// kForever where our own records are all there is; nullopt where nothing is covered.
std::optional<Date> first_covered(const Case& c, RecordTypeId type);
std::optional<Date> last_covered(const Case& c, RecordTypeId type);

}  // namespace hearth::reference
