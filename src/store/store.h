// A store: a casebook and the lake whose files it lists, found by one text from the command line.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "casebook/casebook.h"
#include "casebook/loading_lock.h"
#include "lake/lake.h"

namespace hearth {

// `council` or `postgresql://host/database?lake=/srv/council`.
struct StoreAddress {
  std::string casebook;  // a file's path or a URL
  std::filesystem::path folder;

  static Result<StoreAddress> of(const std::string& text);
};

struct Store {
  Casebook casebook;
  Lake lake;
  std::optional<LoadingLock> lock;  // of one that is open to load or to link

  static Result<Store> open_to_read(const std::string& text);

  // There must be one. Waits for the lock.
  static Result<Store> open_to_link(const std::string& text, const std::function<void()>& wait);

  // Makes it if need be, waits for the lock (and says so by `wait`), sweeps.
  static Result<Store> open_to_load(const std::string& text, Date on,
                                    const std::function<void()>& wait);
};

Kept kept(const SegmentEntry& segment);

// The names the casebook lists.
struct Listed {
  std::set<std::string> segments, rejects;
};
Listed listed(const std::vector<LoadEntry>& loads);

}  // namespace hearth
