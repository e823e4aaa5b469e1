// Where the plans and feeds that come with hearth are.
#pragma once

#include <string>

namespace hearth {

// The path as it is if there is such a file here; otherwise beside the program, whose folder
// build/ is in the repository.
std::string shipped(const std::string& path);

}  // namespace hearth
