// The declared record types, measures and instruments of one document after another.
#pragma once

#include "language/checking.h"

namespace hearth {

// Record types first, over all documents, because measures speak of them.
void check_record_types(Checking& checking, const Tree& tree);
void check_measures(Checking& checking, const Tree& tree);
// Also makes each instrument a code of `score.instrument`.
void check_instruments(Checking& checking, const Tree& tree);

}  // namespace hearth
