// Which tokens of a block make an item, and which a clause: the rule about columns, in one place.
//
// An item starts in the first column. The first indented line below it sets the column of its
// clauses; a line further in continues the clause above, and a line further out starts one all the
// same (and is reported by the parser). An item that has no clauses by its nature goes on over all
// its indented lines.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "language/lex.h"

namespace hearth {

// Tokens first to last-1 of the block.
struct TokenRange {
  std::size_t first = 0;
  std::size_t last = 0;

  bool empty() const { return first == last; }
};

struct ItemLayout {
  TokenRange head;  // the item's own line; all of it for an item without clauses
  std::vector<TokenRange> clauses;
  int clause_column = 0;  // 0 without clauses
};

struct BlockLayout {
  std::vector<TokenRange> strays;  // lines before the first item
  std::vector<ItemLayout> items;
};

BlockLayout lay_out(const Source& source, std::span<const Token> tokens);

// `use`, `headline`, `measure` and `instrument` are said in one breath.
bool has_clauses(std::string_view item_keyword);

}  // namespace hearth
