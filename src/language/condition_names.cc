#include "language/condition_names.h"

namespace hearth {
namespace {

void add_names(const Source& source, const Block& block, ConditionNames& names) {
  const auto& tokens = block.tokens.tokens;
  const auto is = [&](std::size_t at, std::string_view word) {
    return tokens[at].kind == TokenKind::Word && source.text(tokens[at].span) == word;
  };
  for (const auto& item : block.layout.items) {
    if (!is(item.head.first, "define") || item.head.last < item.head.first + 2) continue;
    for (const auto clause : item.clauses) {
      if (is(clause.first, "means")) names.emplace(source.text(tokens[item.head.first + 1].span));
    }
  }
}

}  // namespace

ConditionNames condition_names(const Source& source, std::span<const Block> blocks) {
  ConditionNames names;
  for (const auto& block : blocks) {
    if (block.fence.kind == FenceKind::Plan) add_names(source, block, names);
  }
  return names;
}

}  // namespace hearth
