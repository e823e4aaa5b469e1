// Who is who in a store as it was on a day: what was found and decided by then, and no later.
#pragma once

#include <optional>

#include "store/store.h"
#include "store/who.h"

namespace hearth::identity {

// The store must outlive it.
Result<WhoSource> who_on(Store& store, std::optional<Date> known);

}  // namespace hearth::identity
