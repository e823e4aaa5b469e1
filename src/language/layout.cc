#include "language/layout.h"

#include <algorithm>
#include <array>

namespace hearth {
namespace {

// The end of the run of tokens from `first` whose line starts all lie right of `column`.
std::size_t end_of_run(std::span<const Token> tokens, std::size_t first, int column) {
  auto at = first + 1;
  while (at < tokens.size() && !(tokens[at].first_on_line && tokens[at].column <= column)) ++at;
  return at;
}

ItemLayout lay_out_item(const Source& source, std::span<const Token> tokens, TokenRange range) {
  ItemLayout item{range, {}, 0};
  const auto& keyword = tokens[range.first];
  if (keyword.kind != TokenKind::Title && !has_clauses(source.text(keyword.span))) return item;
  auto at = range.first + 1;
  while (at < range.last && !tokens[at].first_on_line) ++at;
  item.head.last = at;
  if (at < range.last) item.clause_column = tokens[at].column;
  while (at < range.last) {
    const auto end = end_of_run(tokens.first(range.last), at, item.clause_column);
    item.clauses.push_back({at, end});
    at = end;
  }
  return item;
}

}  // namespace

bool has_clauses(std::string_view item_keyword) {
  constexpr std::array<std::string_view, 4> kWithout{"use", "headline", "measure", "instrument"};
  return std::ranges::find(kWithout, item_keyword) == kWithout.end();
}

BlockLayout lay_out(const Source& source, std::span<const Token> tokens) {
  BlockLayout block;
  std::size_t at = 0;
  while (at < tokens.size()) {
    if (tokens[at].column > 1) {
      const auto end = end_of_run(tokens, at, tokens[at].column);
      block.strays.push_back({at, end});
      at = end;
      continue;
    }
    const auto end = end_of_run(tokens, at, 1);
    block.items.push_back(lay_out_item(source, tokens, {at, end}));
    at = end;
  }
  return block;
}

}  // namespace hearth
