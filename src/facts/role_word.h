// A role as people write it, in a facts folder and in a plan: `expectant`.
#pragma once

#include <string_view>

#include "facts/facts.h"

namespace hearth {

inline std::string_view role_word(Role role) {
  switch (role) {
    case Role::Parent: return "parent";
    case Role::Child: return "child";
    case Role::Adult: return "adult";
    case Role::Expectant: return "expectant";
    case Role::Other: return "other";
  }
  return {};
}

}  // namespace hearth
