// Where the program is in a Markdown document: its fenced `plan` and `example` blocks.
//
// Fences follow CommonMark: three or more backticks or tildes, indented by at most three spaces,
// closed by at least as many. A block inside a longer fence is a quotation and no program.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace hearth {

enum class FenceKind { Plan, Example };

struct Fence {
  FenceKind kind = FenceKind::Plan;
  Span opening;        // the line that opens it, without its line end
  Span content;        // the lines between, with their line ends
  int first_line = 0;  // of the content
  int indent = 0;      // of the opening line
};

std::vector<Fence> find_fences(const Source& source, Diagnostics& diagnostics);

}  // namespace hearth
