// The layout of one condition: on one line if it fits, else broken where it joins.
#pragma once

#include "language/line_writer.h"
#include "language/tree.h"

namespace hearth::written {

// Writes the condition's tokens from where the writer stands; broken lines start at `indent`.
void format_condition(LineWriter& writer, const Tree& tree, const Tokens& tokens, ConditionId id,
                      int indent);

}  // namespace hearth::written
