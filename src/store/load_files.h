// `hearth load`: files of a feed become loads of a store, all of them or none.
//
// The passes: the files are sorted into loads; each must say which days it covers; the store is
// locked and swept; what it has already is left out; each load is written into the lake (frozen
// from then on); the casebook takes them all in one transaction; the account is drawn up.
#pragma once

#include <functional>
#include <string>

#include "intake/import.h"
#include "store/store.h"

namespace hearth {

struct LoadRequest {
  std::string store;
  ImportOptions options;   // `received` defaults to `on`
  Date on;                 // the day of the load
  std::int64_t mends = 0;  // a load whose rows set aside these are, or 0
  std::function<void(std::int64_t)> progress = [](std::int64_t) {};  // rows read
  std::function<void()> waiting = [] {};                             // another process loads
};

struct LoadAnswer {
  Diagnostics diagnostics;
  std::string refused;  // why nothing was loaded, or empty
  std::string account;
  int loaded = 0;
  bool set_aside = false;  // some rows
};

Result<LoadAnswer> load_files(const Feed& feed, const Catalogue& catalogue,
                              const LoadRequest& request);

}  // namespace hearth
