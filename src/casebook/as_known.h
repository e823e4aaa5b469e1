// As what a question takes a store: all there is, what was told by a day, or what a run of the
// linker left. The run's last load must have been looked up.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "casebook/load_entry.h"

namespace hearth {

struct AsKnown {
  AsKnown() = default;
  AsKnown(std::optional<Date> by) : day(by) {}  // or all, which is most often meant
  static AsKnown by_run(std::int64_t run) {
    AsKnown known;
    known.run = run;
    return known;
  }

  bool has(const LoadEntry& load) const {
    return load.number <= last_load && (!day || load.known_on <= *day);
  }

  std::optional<Date> day;
  std::optional<std::int64_t> run;
  std::int64_t last_load = std::numeric_limits<std::int64_t>::max();
};

}  // namespace hearth
