// `hearth backup` and `hearth restore`: a store, as it is at one instant, as another store.
//
// The copy is whole or not there, and every file is held against its checksum on the way. Loads may
// go on in the original meanwhile.
#pragma once

#include <functional>
#include <string>

#include "store/store.h"

namespace hearth {

struct Copied {
  std::int64_t loads = 0, files = 0, bytes = 0;
};
using CopyProgress = std::function<void(std::size_t, std::size_t)>;

// Into a folder that is not there yet; the casebook becomes SQLite whatever it was.
Result<Copied> back_up(Store& store, const std::filesystem::path& folder, Date on,
                       const CopyProgress& progress);

// `to` is a store without loads, or none yet.
Result<Copied> restore(const std::filesystem::path& backup, const std::string& to, Date on,
                       const CopyProgress& progress);

}  // namespace hearth
