// Words, numbers, days and flags: the parts of a clause that have no parts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "language/parse.h"

namespace hearth::written {
namespace {

// Words that join or end what stands before them, so nothing can be called by them.
constexpr std::array<std::string_view, 12> kJoiningWords{
    "and", "or", "then", "else", "where", "in", "since", "ever", "for", "is", "not", "if"};

double number_in(std::string_view text) {
  double number = 0;
  if (text.starts_with("£")) text.remove_prefix(std::string_view("£").size());
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Word missing(const Reader& reader) { return {"", {reader.peek().span.offset, 0}}; }

// `1.2.3` is a fine ref and no value.
bool is_broken_number(const Reader& reader) {
  return reader.at(TokenKind::Word) &&
         reader.text().find_first_not_of("0123456789.") == std::string_view::npos;
}

ValueKind value_kind(TokenKind kind) {
  switch (kind) {
    case TokenKind::Number: return ValueKind::Number;
    case TokenKind::Percent: return ValueKind::Percent;
    case TokenKind::Money: return ValueKind::Money;
    case TokenKind::Date: return ValueKind::Date;
    case TokenKind::Word: return ValueKind::Word;
    case TokenKind::String: return ValueKind::String;
    default: return ValueKind::Invalid;
  }
}

}  // namespace

Word word_of(const Reader& reader, const Token& token) {
  const auto text = reader.text(token);
  const bool quoted = token.kind == TokenKind::String;
  return {std::string(quoted ? without_quotes(text) : text), token.span};
}

Word parse_name(Reader& reader, std::string_view what) {
  if (reader.at(TokenKind::Word)) {
    reader.names(what);
    return word_of(reader, reader.take());
  }
  const auto word = missing(reader);
  reader.expected(what);
  return word;
}

Word parse_new_name(Reader& reader, std::string_view what) {
  const auto name = parse_name(reader, what);
  if (std::ranges::find(kJoiningWords, name.text) != kJoiningWords.end()) {
    reader.complain(kReservedName, name.span, "choose another name", what, name.text);
  }
  return name;
}

Word parse_ref(Reader& reader) {
  constexpr std::string_view kWhat = "a ref, such as `2a`";
  if (!reader.at(TokenKind::Number)) return parse_name(reader, kWhat);
  reader.names(kWhat);
  return word_of(reader, reader.take());
}

Word parse_string(Reader& reader, std::string_view what) {
  if (reader.at(TokenKind::String)) {
    reader.names(what);
    return word_of(reader, reader.take());
  }
  const auto word = missing(reader);
  reader.expected(what);
  return word;
}

std::optional<Day> parse_day(Reader& reader, std::string_view what) {
  if (!reader.at(TokenKind::Date)) {
    reader.expected(what);
    return std::nullopt;
  }
  const auto token = reader.take();
  return Day{*parse_date(reader.text(token)), token.span};
}

std::string in_digits(std::string_view word) {
  constexpr std::array<std::string_view, 13> kNumbers{"zero", "one",    "two",   "three", "four",
                                                      "five", "six",    "seven", "eight", "nine",
                                                      "ten",  "eleven", "twelve"};
  const auto found = std::ranges::find(kNumbers, word);
  return found == kNumbers.end() ? "" : fmt::format("write `{}`", found - kNumbers.begin());
}

std::optional<int> parse_whole(Reader& reader, std::string_view what) {
  constexpr int kMost = 100000;
  if (!reader.at(TokenKind::Number)) {
    reader.expected(what, in_digits(reader.text()));
    return std::nullopt;
  }
  const auto text = reader.text();
  int number = -1;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
  if (whole && number >= 0 && number <= kMost) {
    reader.take();
    return number;
  }
  reader.fail(kNotWhole, reader.peek().span, "", text);
  return std::nullopt;
}

std::optional<Value> parse_number_value(Reader& reader, std::string_view what) {
  if (reader.at(TokenKind::Number) || reader.at(TokenKind::Money)) return parse_value(reader);
  reader.expected(what);
  return std::nullopt;
}

bool at_value(const Reader& reader) {
  return value_kind(reader.peek().kind) != ValueKind::Invalid || reader.at(TokenKind::Bad);
}

Value parse_value(Reader& reader) {
  if (is_broken_number(reader)) {
    reader.fail(kMalformedNumber, reader.peek().span, "write 12, 0.5, 90% or £617", reader.text());
  }
  const auto kind = value_kind(reader.peek().kind);
  if (kind == ValueKind::Invalid) {
    Value value;
    value.span = {reader.peek().span.offset, 0};
    reader.expected("a value, such as 12, 90%, £617, yes or a code");
    return value;
  }
  reader.names("a value");
  const auto token = reader.take();
  Value value{kind, word_of(reader, token).text, 0, {}, token.span};
  if (kind == ValueKind::Number || kind == ValueKind::Money) value.number = number_in(value.text);
  if (kind == ValueKind::Percent) value.number = number_in(value.text) / 100;
  if (kind == ValueKind::Date) value.date = *parse_date(value.text);
  return value;
}

std::optional<Role> role_at(const Reader& reader, std::size_t ahead) {
  constexpr std::array<Role, kRoleWords.size()> kRoles{Role::Parent, Role::Child, Role::Adult,
                                                       Role::Expectant, Role::Other};
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (reader.at(kRoleWords[i], ahead)) return kRoles[i];
  }
  return std::nullopt;
}

std::vector<Word> parse_name_list(Reader& reader, std::string_view what) {
  std::vector<Word> names;
  do {
    auto name = parse_name(reader, what);
    if (name.exists()) names.push_back(std::move(name));
  } while (!reader.failed() && reader.accept(TokenKind::Comma));
  return names;
}

std::vector<Word> parse_flags(Reader& reader) {
  constexpr std::array<std::string_view, 6> kFlags{
      "mandatory", "stands alone", "starred", "merged", "supplementary", "under development"};
  std::vector<Word> flags;
  if (reader.at_end()) return flags;
  const bool bracket = reader.accept(TokenKind::LeftBracket);
  do {
    const auto first = reader.position();
    const bool one = reader.accept("mandatory") || reader.accept("starred") ||
                     reader.accept("merged") || reader.accept("supplementary");
    if (!one && !reader.accept_words("stands", "alone") &&
        !reader.accept_words("under", "development")) {
      reader.unknown_word("a flag", kFlags);
      return flags;
    }
    std::string text(reader.text(reader.token(first)));
    if (!one) text += " " + std::string(reader.text(reader.token(first + 1)));
    flags.push_back({std::move(text), reader.span_from(first)});
  } while (reader.accept(TokenKind::Comma));
  if (bracket) reader.expect(TokenKind::RightBracket, "`,` or `]`");
  return flags;
}

}  // namespace hearth::written
