// `hearth verify`: everything in a store read again and held against its checksums.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/store.h"

namespace hearth {

struct Verified {
  std::int64_t loads = 0, segments = 0, rows = 0, bytes = 0;
  std::vector<std::string> faults;  // what is not as it was committed
  std::vector<std::string> notes;   // leftovers, rejects being mended: no harm
};

// An Error only where the store cannot be opened or listed at all.
Result<Verified> verify(Store& store,
                        const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace hearth
