// Conditions, from the loosest binding down to the parts that `and` and `or` join.
#include <algorithm>
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Node = decltype(Condition::node);
using Id = ConditionId;

// Where a condition inside `WHO :` ends: at a part that says again who is meant. A list whose
// entries do so counts.
bool at_next_who(const Reader& reader, std::size_t ahead) {
  while (reader.at("not", ahead) || reader.at("if", ahead)) ++ahead;
  if (at_who(reader, ahead)) return true;
  if (reader.at("family", ahead) && reader.at(TokenKind::Colon, ahead + 1)) return true;
  return at_list(reader, ahead) && list_has_who(reader, ahead);
}

Id parse_if(Reader& reader, Reach reach) {
  const auto first = reader.position();
  reader.expect("if");
  const auto condition = parse_condition(reader);
  reader.accept(TokenKind::Comma);
  reader.expect("then");
  const auto then_part = parse_condition(reader);
  reader.accept(TokenKind::Comma);
  reader.expect("else");
  const auto else_part = parse_condition(reader, reach);
  return add_condition(reader, first, IfThenElse{condition, then_part, else_part});
}

Id parse_family(Reader& reader) {
  const auto first = reader.position();
  reader.take();
  reader.expect(TokenKind::Colon, "`:`");
  const auto body = parse_condition(reader, Reach::ToNextWho);
  return add_condition(reader, first, FamilySum{body});
}

Id parse_part(Reader& reader, Reach reach);

Id parse_not(Reader& reader, Reach reach) {
  const auto first = reader.position();
  reader.take();
  const auto part = parse_part(reader, reach);
  return add_condition(reader, first, Not{part});
}

Id parse_any_part(Reader& reader, Reach reach) {
  if (reader.at("not")) return parse_not(reader, reach);
  if (reader.at("if")) return parse_if(reader, reach);
  if (at_list(reader)) return parse_list(reader);
  if (at_who(reader)) return parse_who_condition(reader);
  if (reader.at("family")) return parse_family(reader);
  return parse_atom(reader);
}

Id parse_part(Reader& reader, Reach reach) {
  if (reader.depth >= kMostDepth) {
    reader.fail(kTooDeep, reader.peek().span, "name a part of it with `define`", kMostDepth);
  }
  if (reader.failed()) return add_condition(reader, reader.position(), Invalid{});
  ++reader.depth;
  const auto part = parse_any_part(reader, reach);
  --reader.depth;
  return part;
}

// Takes `word` if it stands here and joins another part to this condition.
bool accept_joint(Reader& reader, std::string_view word, Reach reach) {
  const auto length = joined_by(reader, word);
  if (length == 0) return false;
  if (reach == Reach::ToNextWho && at_next_who(reader, length)) return false;
  for (std::size_t i = 0; i < length; ++i) reader.take();
  return true;
}

}  // namespace

Id add_condition(Reader& reader, std::size_t first, Node node) {
  auto& conditions = reader.tree().conditions;
  conditions.push_back({std::move(node), reader.span_from(first)});
  return Id{conditions.size() - 1};
}

Id parse_condition(Reader& reader, Reach reach) {
  const auto first = reader.position();
  const auto one = parse_part(reader, reach);
  std::vector<Id> parts{one};
  std::string_view joint;
  bool mixed = false;
  for (;;) {
    const auto before = reader.position();
    const bool is_and = accept_joint(reader, "and", reach);
    if (!is_and && !accept_joint(reader, "or", reach)) break;
    const std::string_view word = is_and ? "and" : "or";
    if (joint.empty()) joint = word;
    if (word != joint && !mixed) {
      const auto at = reader.token(reader.position() - 1).span;
      reader.complain(kMixedAndOr, at, "put brackets round the parts that belong together");
      mixed = true;
    }
    parts.push_back(parse_part(reader, reach));
    if (reader.position() == before) break;
  }
  if (parts.size() == 1) return one;
  if (mixed) return add_condition(reader, first, Invalid{});
  if (joint == "and") return add_condition(reader, first, All{std::move(parts)});
  return add_condition(reader, first, AtLeast{1, std::move(parts)});
}

}  // namespace hearth::written
