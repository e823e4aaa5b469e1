// The trace of a question over a store: who asked what, and of which families.
//
// It is left before anything is shown. Where it cannot be, nothing may be shown.
#pragma once

#include <string>

#include "casebook/look_book.h"

namespace hearth {

Result<void> leave_look(const std::string& store, LookEntry look);

}  // namespace hearth
