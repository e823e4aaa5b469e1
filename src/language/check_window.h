// Windows and periods: how long a time is, and which day it hangs on.
//
// Knows nothing of what is counted in them.
#pragma once

#include <optional>

#include "language/checking.h"

namespace hearth {

// The window, `ever` if none was written; reports anchors that mean nothing here.
std::optional<Window> check_window(Checking& checking, const Context& context,
                                   const std::optional<written::Window>& window);
bool check_period(Checking& checking, const Context& context, Period period, Span span);

}  // namespace hearth
