// The smallest conditions: presence, absence, comparison, change, statements and names.
#include <algorithm>
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Node = decltype(Condition::node);

Node parse_presence(Reader& reader, PresenceKind kind, int count) {
  Presence presence{kind, count, parse_records(reader, After::Nothing), {}};
  presence.window = parse_window(reader);
  return presence;
}

Node parse_at_count(Reader& reader) {
  reader.take();
  const bool least = reader.accept("least");
  if (!least && !reader.accept("most")) {
    constexpr std::array<std::string_view, 2> kWords{"least", "most"};
    reader.expected("`least` or `most`", suggestion(reader.text(), kWords));
    return Invalid{};
  }
  const auto count = parse_whole(reader, "how many");
  return parse_presence(reader, least ? PresenceKind::AtLeast : PresenceKind::AtMost,
                        count.value_or(1));
}

// After `by practitioner`, whether `or` names another role and does not start another condition.
bool at_or_role(const Reader& reader) {
  if (!reader.at("or") || !reader.at(TokenKind::Word, 1)) return false;
  constexpr std::array<std::string_view, 14> kStarts{"had",    "no",    "on",     "at",       "any",
                                                     "all",    "every", "each",   "not",      "if",
                                                     "family", "count", "latest", "statement"};
  const auto word = reader.text(reader.peek(1));
  if (std::ranges::find(kStarts, word) != kStarts.end()) return false;
  if (word == "approved" && reader.at("by", 2)) return false;
  if (word == "has" && reader.at("role", 2)) return false;
  if (word == "days" && (reader.at("on", 2) || reader.at("with", 2))) return false;
  if (reader.at(TokenKind::LeftParen, 2) || reader.at("of", 2)) return false;
  const auto next = 2 + window_length(reader, 2);
  const bool number = at_comparison(reader, next) || reader.at("is", next);
  return !number && !reader.defines_condition(word);
}

Node parse_said(Reader& reader, Word kind) {
  Statement statement;
  statement.kind = std::move(kind);
  reader.expect("by");
  do statement.by.push_back(parse_name(reader, "who says it"));
  while (at_or_role(reader) && reader.accept("or"));
  statement.is_signed = reader.accept("signed");
  statement.window = parse_window(reader);
  return statement;
}

Node parse_approved(Reader& reader) {
  const auto token = reader.take();
  return parse_said(reader, {"approval", token.span});
}

Node parse_statement(Reader& reader) {
  reader.take();
  return parse_said(reader, parse_name(reader, "a kind of statement, such as `improved`"));
}

// `has role parent or child`: `or` joins roles as long as one follows.
Node parse_has_role(Reader& reader) {
  HasRole has;
  do {
    const auto role = role_at(reader, 0);
    if (!role) {
      reader.unknown_word("a role", kRoleWords);
      return Invalid{};
    }
    reader.take();
    has.roles.push_back(*role);
  } while (reader.at("or") && role_at(reader, 1) && reader.accept("or"));
  return has;
}

double parse_scale(Reader& reader) {
  if (reader.accept_words("half", "of")) return 1.0 / 2;
  if (!reader.accept("a")) return 1;
  const bool third = reader.accept("third");
  if (!third && !reader.accept("quarter")) {
    constexpr std::array<std::string_view, 2> kParts{"third", "quarter"};
    reader.unknown_word("a part of a number", kParts);
  }
  reader.expect("of");
  return third ? 1.0 / 3 : 1.0 / 4;
}

void parse_amount(Reader& reader, Change& change, bool up) {
  change.kind = up ? ChangeKind::UpBy : ChangeKind::DownBy;
  if (reader.at(TokenKind::Percent)) {
    change.amount = parse_value(reader);
  } else if (up && reader.at(TokenKind::Number)) {
    change.amount = parse_value(reader);
    change.kind = ChangeKind::UpByPoints;
    if (!reader.accept("point")) reader.expect("points");
  } else {
    reader.expected(up ? "a percentage or a number of points" : "a percentage, such as 33%");
  }
  reader.expect("on");
  change.scale = parse_scale(reader);
}

Node parse_change(Reader& reader, NumberId later) {
  Change change;
  change.later = later;
  const bool lower = reader.at("lower");
  if (lower || reader.at("higher")) {
    change.kind = lower ? ChangeKind::Lower : ChangeKind::Higher;
    reader.take();
    reader.expect("than");
    reader.expect("in");
  } else if (reader.at("down") || reader.at("up")) {
    const bool up = reader.take().span.length == 2;
    parse_amount(reader, change, up);
  } else {
    constexpr std::array<std::string_view, 4> kChanges{"down", "up", "lower", "higher"};
    reader.expected("`down`, `up`, `lower` or `higher`",
                    reader.at(TokenKind::Word) && !nearest_of(reader.text(), kChanges).empty()
                        ? suggestion(reader.text(), kChanges)
                        : "write `=` for a number that equals another");
  }
  change.earlier = parse_change_window(reader);
  return change;
}

Node parse_comparison(Reader& reader) {
  const auto left = parse_number(reader, After::Comparison);
  if (reader.failed()) return Invalid{};
  if (const auto comparison = accept_comparison(reader)) {
    return Compare{left, *comparison, parse_number(reader, After::Nothing)};
  }
  if (reader.accept("is")) return parse_change(reader, left);
  if (!reader.accept("improves")) {
    reader.expected("a comparison with this number, such as `>= 3`");
    return Invalid{};
  }
  reader.expect("since");
  return Improves{left, parse_anchor(reader).value_or(Anchor::Need)};
}

// What may stand after a name that is a whole condition.
bool ends_condition(const Reader& reader, std::size_t ahead) {
  constexpr std::array<std::string_view, 5> kWords{"and", "or", "then", "else", "for"};
  const auto& token = reader.peek(ahead);
  if (token.kind == TokenKind::Word) {
    return std::ranges::find(kWords, reader.text(token)) != kWords.end() || token.first_on_line;
  }
  return token.kind == TokenKind::End || token.kind == TokenKind::RightParen ||
         token.kind == TokenKind::Comma || token.kind == TokenKind::LeftParen ||
         token.kind == TokenKind::Bullet || token.kind == TokenKind::Colon;
}

Node parse_defined(Reader& reader) {
  constexpr std::array<std::string_view, 1> kFamily{"family"};
  const bool misspelt = !nearest_of(reader.text(), kFamily).empty();
  if (misspelt && reader.at(TokenKind::Colon, 1) && !reader.defines_condition(reader.text())) {
    reader.unknown_word("anybody a condition is about", kFamily);
    return Invalid{};
  }
  constexpr std::array<std::string_view, 18> kStarts{
      "not", "if",  "any",   "all",  "at",     "every",     "no",       "each", "family",
      "on",  "had", "count", "days", "latest", "statement", "approved", "age",  "has"};
  if (!ends_condition(reader, 1)) {
    const auto near = nearest_of(reader.text(), kStarts);
    reader.fail(kUnknownCondition, reader.peek().span,
                near.empty() ? "" : "did you mean `" + near + "`?", reader.text());
    return Invalid{};
  }
  Defined defined{parse_name(reader, "a condition"), {}};
  if (!reader.accept(TokenKind::LeftParen)) return defined;
  do defined.arguments.push_back(parse_value(reader));
  while (reader.accept(TokenKind::Comma));
  reader.expect(TokenKind::RightParen, "`,` or `)`");
  return defined;
}

Node parse_node(Reader& reader) {
  if (reader.accept("on")) return On{parse_records(reader, After::Nothing)};
  if (reader.accept("had")) return parse_presence(reader, PresenceKind::Had, 1);
  if (reader.accept("no")) return parse_presence(reader, PresenceKind::No, 1);
  if (reader.at("at")) return parse_at_count(reader);
  if (reader.at("approved") && reader.at("by", 1)) return parse_approved(reader);
  if (reader.at("statement")) return parse_statement(reader);
  if (reader.accept_words("has", "role")) return parse_has_role(reader);
  if (at_number(reader)) return parse_comparison(reader);
  if (reader.at(TokenKind::Word)) return parse_defined(reader);
  reader.expected("a condition");
  return Invalid{};
}

ConditionId parse_brackets(Reader& reader) {
  const auto first = reader.position();
  reader.take();
  const auto inner = parse_condition(reader);
  reader.expect(TokenKind::RightParen, "`)`");
  auto& condition = reader.tree().conditions[inner.index];
  condition.span = reader.span_from(first);
  return inner;
}

Node parse_lasting(Reader& reader, ConditionId part) {
  if (!reader.at("of", 1)) {
    const auto first = reader.position();
    const auto period = parse_period(reader);
    std::optional<Anchor> since;
    if (reader.accept("since")) since = parse_anchor(reader);
    return Lasting{part, period.value_or(Period{}), since, reader.span_from(first)};
  }
  const auto first = reader.position();
  const auto weeks = parse_whole(reader, "a number of weeks");
  reader.take();
  reader.expect("last");
  const auto of_weeks = parse_whole(reader, "a number of weeks");
  if (!reader.accept("week")) reader.expect("weeks");
  return LastingWeeks{part, weeks.value_or(0), of_weeks.value_or(0), reader.span_from(first)};
}

}  // namespace

ConditionId parse_atom(Reader& reader) {
  const auto first = reader.position();
  ConditionId atom;
  if (reader.at(TokenKind::LeftParen)) {
    atom = parse_brackets(reader);
  } else {
    auto node = parse_node(reader);
    if (reader.failed()) node = Invalid{};
    atom = add_condition(reader, first, std::move(node));
  }
  if (!reader.accept("for")) return atom;
  auto lasting = parse_lasting(reader, atom);
  if (reader.failed()) lasting = Invalid{};
  return add_condition(reader, first, std::move(lasting));
}

}  // namespace hearth::written
