#include "language/format_condition.h"

#include <algorithm>

namespace hearth::written {
namespace {

using Id = ConditionId;

// A condition that does not fit on its line is broken before each `and`, `or`, `then`, `else` and
// list entry, and after the `:` of who it is about.
class ConditionWriter {
 public:
  ConditionWriter(LineWriter& writer, const Tree& tree, const Tokens& tokens)
      : writer_(writer), tree_(tree), tokens_(tokens.tokens) {}

  void write(Id id, int indent) {
    const auto& condition = tree_[id];
    const auto last = token_from(condition.span.end());
    if (writer_.fits(last)) return writer_.write_until(last, indent + 4);
    const int inside = indent + brackets(condition);
    std::visit([&](const auto& node) { write_node(node, inside); }, condition.node);
    writer_.fill_until(last, indent + 4);
  }

 private:
  // The first token that starts at `offset` or after it.
  std::size_t token_from(std::uint32_t offset) const {
    const auto at = std::ranges::lower_bound(tokens_, offset, {},
                                             [](const Token& token) { return token.span.offset; });
    return static_cast<std::size_t>(at - tokens_.begin());
  }
  std::size_t first_token(Id id) const { return token_from(tree_[id].span.offset); }

  // How many brackets of its own the condition starts with.
  int brackets(const Condition& condition) const {
    const auto first = token_from(condition.span.offset);
    int open = 0;
    while (tokens_[first + static_cast<std::size_t>(open)].kind == TokenKind::LeftParen) ++open;
    return open;
  }

  void write_node(const All& node, int indent) { write_parts(node.parts, indent); }
  void write_node(const AtLeast& node, int indent) { write_parts(node.parts, indent); }
  void write_node(const Not& node, int indent) { write_part(node.part, indent); }
  void write_node(const People& node, int indent) {
    if (node.who.condition) write_part(*node.who.condition, indent + 4);
    write_body(node.body, indent);
  }
  void write_node(const FamilySum& node, int indent) { write_body(node.body, indent); }
  void write_node(const Lasting& node, int indent) { write_part(node.part, indent); }
  void write_node(const LastingWeeks& node, int indent) { write_part(node.part, indent); }
  void write_node(const IfThenElse& node, int indent) {
    write_part(node.condition, indent);
    writer_.newline(indent);
    write_part(node.then_part, indent);
    writer_.newline(indent);
    write_part(node.else_part, indent);
  }
  void write_node(const auto&, int) {}  // its words are all there is

  void write_part(Id id, int indent) {
    writer_.fill_until(first_token(id), indent + 4);
    write(id, indent);
  }

  bool is_list(const std::vector<Id>& parts) const {
    if (parts.empty()) return false;
    const auto first = first_token(parts.front());
    return first > 0 && tokens_[first - 1].kind == TokenKind::Bullet;
  }

  void write_parts(const std::vector<Id>& parts, int indent) {
    if (is_list(parts)) return write_entries(parts, indent);
    for (const auto part : parts) {
      const auto first = first_token(part);
      const bool joined = part != parts.front();
      if (joined) writer_.newline(indent);
      const int before = writer_.column();
      writer_.fill_until(first, indent + 4);
      const bool bracket = joined && tokens_[first].kind == TokenKind::LeftParen;
      write(part, bracket ? indent + writer_.column() - before + 1 : indent);
    }
  }

  void write_entries(const std::vector<Id>& entries, int indent) {
    for (const auto entry : entries) {
      const auto first = first_token(entry);
      writer_.fill_until(first - 1, indent + 4);
      writer_.newline(indent + 2);
      writer_.write_until(first, indent + 2);
      write(entry, indent + 4);
    }
  }

  bool starts_list(Id id) const {
    const auto& node = tree_[id].node;
    if (tokens_[first_token(id)].kind == TokenKind::LeftParen) return false;
    if (const auto* all = std::get_if<All>(&node)) return is_list(all->parts);
    if (const auto* some = std::get_if<AtLeast>(&node)) return is_list(some->parts);
    return false;
  }

  void write_body(Id body, int indent) {
    const auto first = first_token(body);
    writer_.fill_until(first, indent + 4);
    const auto last = token_from(tree_[body].span.end());
    if (writer_.fits(last) || starts_list(body)) return write(body, indent);
    writer_.newline(indent + 2);
    write(body, indent + 2);
  }

  LineWriter& writer_;
  const Tree& tree_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void format_condition(LineWriter& writer, const Tree& tree, const Tokens& tokens, ConditionId id,
                      int indent) {
  ConditionWriter(writer, tree, tokens).write(id, indent);
}

}  // namespace hearth::written
