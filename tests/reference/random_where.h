// A random test of one field of a record type, to be called within a property.
//
// Never of a text or a date: what may be asked of those is made elsewhere.
#pragma once

#include "language/plan.h"

namespace hearth::reference {

Where random_where(const RecordType& type, FieldId field);

}  // namespace hearth::reference
