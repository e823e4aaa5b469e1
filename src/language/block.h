// The fenced blocks of a document with their tokens laid out: what both the parser and the
// formatter start from.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "language/fence.h"
#include "language/layout.h"
#include "language/lex.h"

namespace hearth {

struct Block {
  Fence fence;
  Tokens tokens;
  BlockLayout layout;
};

std::vector<Block> read_blocks(const Source& source, Diagnostics& diagnostics);

}  // namespace hearth
