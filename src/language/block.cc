#include "language/block.h"

namespace hearth {

std::vector<Block> read_blocks(const Source& source, Diagnostics& diagnostics) {
  std::vector<Block> blocks;
  for (const auto& fence : find_fences(source, diagnostics)) {
    auto tokens = lex(source, fence, diagnostics);
    auto layout = lay_out(source, tokens.tokens);
    blocks.push_back({fence, std::move(tokens), std::move(layout)});
  }
  return blocks;
}

}  // namespace hearth
