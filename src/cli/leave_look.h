// Before a command shows anything of a store's families: who looks, at what.
#pragma once

#include <string>
#include <vector>

#include "cli/world.h"

namespace hearth {

struct Asking {
  std::string store;  // empty: nothing of a store is asked about, and no trace is left
  std::string by;     // empty: the system's user
  std::string what;
  std::vector<std::string> families;  // none: all
};

Result<void> leave_look(const World& world, Asking asking);

}  // namespace hearth
