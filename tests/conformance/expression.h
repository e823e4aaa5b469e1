// Reads an expression of the test tables and answers it with hearth: its truth values, its dates
// and periods, its timelines.
//
// Only the part of the tables' language that hearth has a counterpart to is understood. Whoever
// asks says why the rest is left out (left_out.h); nothing is passed over here.
#pragma once

#include <optional>
#include <string_view>

#include "conformance/value.h"

namespace hearth::conformance {

// nullopt: not understood.
std::optional<Value> answer(std::string_view expression);

}  // namespace hearth::conformance
