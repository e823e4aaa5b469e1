#include "language/word_at.h"

#include <algorithm>
#include <set>

#include "language/condition_names.h"
#include "language/fields_in_reach.h"
#include "language/parse.h"

namespace hearth {
namespace {

// Stands for what is still to be written; no plan has a word like it.
constexpr std::string_view kPlaceholder = "__here__";

struct Found {
  const Block* block;
  std::size_t token;
  const ItemLayout* item;  // null: the token stands outside every item
};

bool holds(TokenRange range, std::size_t token) {
  return token >= range.first && token < range.last;
}

const ItemLayout* item_of(const Block& block, std::size_t token) {
  for (const auto& item : block.layout.items) {
    const auto last = item.clauses.empty() ? item.head.last : item.clauses.back().last;
    if (holds({item.head.first, last}, token)) return &item;
  }
  return nullptr;
}

std::optional<Found> find_token(std::span<const Block> blocks, std::uint32_t offset) {
  for (const auto& block : blocks) {
    const auto& content = block.fence.content;
    if (offset < content.offset || offset > content.end()) continue;
    const auto& tokens = block.tokens.tokens;
    // The last that starts at or before the offset; of two that touch there, the word.
    auto at = std::ranges::upper_bound(tokens, offset, {},
                                       [](const Token& token) { return token.span.offset; });
    if (at == tokens.begin()) continue;
    --at;
    const bool starts_here = at->span.offset == offset && at != tokens.begin();
    if (starts_here && at->kind != TokenKind::Word && std::prev(at)->span.end() == offset) --at;
    if (at->span.end() < offset) continue;
    const auto token = static_cast<std::size_t>(at - tokens.begin());
    return Found{&block, token, item_of(block, token)};
  }
  return std::nullopt;
}

// Reads the token's item as the parser does, and watches it at the token.
Watch watch(const std::shared_ptr<const Source>& source, std::span<const Block> blocks,
            const Found& found) {
  Watch watch;
  watch.token = found.token;
  Tree tree;
  tree.source = source;
  Diagnostics diagnostics;
  const auto names = condition_names(*source, blocks);
  Reader reader(tree, diagnostics, found.block->tokens.tokens, names);
  reader.watch = &watch;
  if (found.block->fence.kind == FenceKind::Plan)
    written::parse_item(reader, *found.item);
  else
    written::parse_example(reader, *found.item);
  return watch;
}

void add_place(const Source& source, const Found& found, WordAt& word) {
  const auto& tokens = found.block->tokens.tokens;
  const auto& item = *found.item;
  const auto text = [&](std::size_t at) { return std::string(source.text(tokens[at].span)); };
  word.starts_item = found.token == item.head.first;
  word.item = text(item.head.first);
  if (item.head.last > item.head.first + 1) word.name = text(item.head.first + 1);
  for (const auto clause : item.clauses) {
    if (!holds(clause, found.token)) continue;
    word.clause = text(clause.first);
    word.starts_clause = found.token == clause.first;
  }
}

void add_reach(const Source& source, const Found& found, WordAt& word) {
  const auto& tokens = found.block->tokens.tokens;
  InReach reach;
  if (word.names_a("a field"))
    reach = in_reach_of_field(source, tokens, *found.item, found.token);
  else if (word.names_a("a value"))
    reach = in_reach_of_value(source, tokens, *found.item, found.token);
  else if (word.names_a("a condition"))
    reach = in_reach_after_test(source, tokens, *found.item, found.token);
  word.records = std::move(reach.records);
  word.field = std::move(reach.field);
  word.tested = reach.tested;
  word.called = std::move(reach.called);
  word.argument = reach.argument;
}

WordAt describe(const std::shared_ptr<const Source>& source, std::span<const Block> blocks,
                const Found& found) {
  WordAt word;
  word.block = found.block->fence.kind;
  word.span = found.block->tokens.tokens[found.token].span;
  word.text = source->text(word.span);
  if (!found.item) return word;
  auto watched = watch(source, blocks, found);
  word.is_word = watched.is_word && watched.names.empty();
  word.words = std::move(watched.words);
  word.names = std::move(watched.names);
  add_place(*source, found, word);
  add_reach(*source, found, word);
  return word;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

// The word in which an offset lies or which it ends.
Span typed_at(std::string_view text, std::uint32_t offset) {
  auto first = offset;
  while (first > 0 && is_word_byte(text[first - 1])) --first;
  auto last = offset;
  while (first < offset && last < text.size() && is_word_byte(text[last])) ++last;
  return {first, last - first};
}

bool in_comment(const Block& block, std::uint32_t offset) {
  const auto holds_offset = [&](const Token& comment) {
    return comment.span.offset < offset && offset <= comment.span.end();
  };
  return std::ranges::any_of(block.tokens.comments, holds_offset);
}

}  // namespace

bool WordAt::names_a(std::string_view what) const {
  return std::ranges::find(names, what) != names.end();
}

std::optional<WordAt> word_at(std::shared_ptr<const Source> source, std::uint32_t offset) {
  Diagnostics ignored;
  const auto blocks = read_blocks(*source, ignored);
  const auto found = find_token(blocks, offset);
  if (!found) return std::nullopt;
  return describe(source, blocks, *found);
}

std::optional<WordAt> place_at(const Source& source, std::uint32_t offset) {
  const auto text = source.text();
  if (offset > text.size()) return std::nullopt;
  const auto typed = typed_at(text, offset);
  std::string filled(text.substr(0, typed.offset));
  filled += kPlaceholder;
  filled += typed.length == 0 ? " " : "";
  filled += text.substr(typed.end());
  const auto with_word = std::make_shared<const Source>(source.name(), std::move(filled));
  Diagnostics ignored;
  const auto blocks = read_blocks(*with_word, ignored);
  const auto found = find_token(blocks, typed.offset + 1);
  if (!found || in_comment(*found->block, typed.offset + 1)) return std::nullopt;
  if (with_word->text(found->block->tokens.tokens[found->token].span) != kPlaceholder) {
    return std::nullopt;  // inside a string, or glued to something
  }
  auto place = describe(with_word, blocks, *found);
  place.span = typed;
  place.text.clear();
  if (place.item == kPlaceholder) place.item.clear();
  if (place.name == kPlaceholder) place.name.clear();
  if (place.clause == kPlaceholder) place.clause.clear();
  return place;
}

std::vector<std::string> words_looked_for(std::shared_ptr<const Source> source) {
  Diagnostics ignored;
  const auto blocks = read_blocks(*source, ignored);
  const auto names = condition_names(*source, blocks);
  Watch watch;
  Tree tree;
  tree.source = source;
  for (const auto& block : blocks) {
    Reader reader(tree, ignored, block.tokens.tokens, names);
    reader.watch = &watch;
    for (const auto& item : block.layout.items) {
      if (block.fence.kind == FenceKind::Plan)
        written::parse_item(reader, item);
      else
        written::parse_example(reader, item);
    }
  }
  return watch.words;
}

}  // namespace hearth
