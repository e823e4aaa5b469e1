// Change: a number in one window against the same number in another, and scores that improve.
#pragma once

#include <optional>

#include "language/checking.h"

namespace hearth {

std::optional<Change> check_change(Checking& checking, const Context& context,
                                   const written::Change& change, Span span);

std::optional<Improves> check_improves(Checking& checking, const Context& context,
                                       const written::Improves& improves, Span span);

}  // namespace hearth
