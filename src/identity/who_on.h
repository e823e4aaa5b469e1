// Who is who in a store as it was on a day: what was found and decided by then, and no later.
#pragma once

#include <optional>

#include "casebook/as_known.h"
#include "store/store.h"
#include "store/who.h"

namespace hearth::identity {

// The store must outlive it.
// With the last load of the run it names, if it names one. Fails where there was no such run.
Result<AsKnown> looked_up(Store& store, AsKnown known);

Result<WhoSource> who_on(Store& store, const AsKnown& known);

}  // namespace hearth::identity
