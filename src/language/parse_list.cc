// `any of`, `all of` and `at least N of`, with an entry a line.
//
// Entries of one list start in one column. An entry reaches to the next line that starts in that
// column or left of it, or to a bracket that closes before it; each is read as a range of its own.
#include "language/parse.h"

namespace hearth::written {
namespace {

// How many tokens the words before the list take; 0 if there is no list.
std::size_t heading_length(const Reader& reader, std::size_t ahead) {
  const bool every_entry = reader.at("all", ahead);
  if (!reader.at("of", ahead + 1)) {
    const bool counted = reader.at("at", ahead) && reader.at("least", ahead + 1) &&
                         reader.at(TokenKind::Number, ahead + 2);
    return counted && reader.at("of", ahead + 3) ? 4 : 0;
  }
  return every_entry || reader.at("any", ahead) ? 2 : 0;
}

std::size_t end_of_entry(const Reader& reader, int column) {
  int brackets = 0;
  auto at = reader.position();
  for (; at < reader.range_end(); ++at) {
    const auto& token = reader.token(at);
    if (token.first_on_line && token.column <= column) break;
    if (token.kind == TokenKind::LeftParen) ++brackets;
    if (token.kind == TokenKind::RightParen && --brackets < 0) break;
  }
  return at;
}

ConditionId parse_entry(Reader& reader, int column) {
  const auto outer = reader.leave_for({reader.position(), end_of_entry(reader, column)});
  const auto entry = parse_condition(reader);
  reader.expect_end();
  reader.return_to(outer);
  return entry;
}

std::vector<ConditionId> parse_entries(Reader& reader) {
  std::vector<ConditionId> entries;
  const int column = reader.peek().column;
  if (!reader.at(TokenKind::Bullet)) {
    reader.expected("a list: lines that start with `-`");
    return entries;
  }
  while (reader.at(TokenKind::Bullet)) {
    const auto bullet = reader.take();
    if (bullet.column != column) {
      reader.complain(kStrayBullet, bullet.span, "entries of one list start in one column");
    }
    entries.push_back(parse_entry(reader, bullet.column));
  }
  return entries;
}

}  // namespace

bool at_list(const Reader& reader, std::size_t ahead) { return heading_length(reader, ahead) > 0; }

bool list_has_who(const Reader& reader, std::size_t ahead) {
  auto at = reader.position() + ahead + heading_length(reader, ahead);
  if (at >= reader.range_end() || reader.token(at).kind != TokenKind::Bullet) return false;
  const int column = reader.token(at).column;
  for (; at < reader.range_end(); ++at) {
    const auto& token = reader.token(at);
    if (!token.first_on_line || token.column > column) continue;
    if (token.kind != TokenKind::Bullet || token.column < column) return false;
    auto next = at + 1 - reader.position();
    while (reader.at("not", next) || reader.at("if", next)) ++next;
    if (at_who(reader, next)) return true;
    if (reader.at("family", next) && reader.at(TokenKind::Colon, next + 1)) return true;
  }
  return false;
}

ConditionId parse_list(Reader& reader) {
  const auto first = reader.position();
  const bool all = reader.accept("all");
  int needed = 1;
  if (!all && !reader.accept("any")) {
    reader.expect("at");
    reader.expect("least");
    needed = parse_whole(reader, "how many").value_or(1);
  }
  reader.expect("of");
  auto entries = parse_entries(reader);
  if (reader.failed()) return add_condition(reader, first, Invalid{});
  if (all) return add_condition(reader, first, All{std::move(entries)});
  return add_condition(reader, first, AtLeast{needed, std::move(entries)});
}

}  // namespace hearth::written
