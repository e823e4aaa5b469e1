// A family in words: what became of it, who is of it from when to when, and why. Says no name and
// no address: it has none.
#pragma once

#include <optional>
#include <string>

#include "families/families_folder.h"

namespace hearth::families {

// nullopt: there never was a family of that id.
std::optional<std::string> explain_family(const KeptFamilies& kept, const std::string& family);

}  // namespace hearth::families
