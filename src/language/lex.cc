#include "language/lex.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "language/report.h"
#include "language/utf8.h"

namespace hearth {
namespace {

struct Mark {
  std::string_view text;
  TokenKind kind;
};
// Longer marks before their beginnings.
constexpr std::array<Mark, 19> kMarks{{{"<=", TokenKind::LessOrEqual},
                                       {">=", TokenKind::GreaterOrEqual},
                                       {"!=", TokenKind::NotEqual},
                                       {"<", TokenKind::Less},
                                       {">", TokenKind::Greater},
                                       {"=", TokenKind::Equal},
                                       {"(", TokenKind::LeftParen},
                                       {")", TokenKind::RightParen},
                                       {"[", TokenKind::LeftBracket},
                                       {"]", TokenKind::RightBracket},
                                       {"{", TokenKind::LeftBrace},
                                       {"}", TokenKind::RightBrace},
                                       {",", TokenKind::Comma},
                                       {":", TokenKind::Colon},
                                       {"+", TokenKind::Plus},
                                       {"/", TokenKind::Slash},
                                       {"·", TokenKind::Dot},
                                       {"-", TokenKind::Minus},
                                       {"−", TokenKind::Minus}}};

// What a word processor makes of plain marks.
struct Lookalike {
  char32_t character;
  std::string_view plain;
  TokenKind kind;
};
constexpr std::array<Lookalike, 5> kLookalikes{{{U'≤', "<=", TokenKind::LessOrEqual},
                                                {U'≥', ">=", TokenKind::GreaterOrEqual},
                                                {U'≠', "!=", TokenKind::NotEqual},
                                                {U'–', "-", TokenKind::Minus},
                                                {U'•', "-", TokenKind::Bullet}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) {
  const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return ascii || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}
bool is_word_character(char32_t c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' || c == '%' ||
         c == U'£';
}

bool is_plain_number(std::string_view text) {
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
  return !whole.empty() && !rest.empty() && std::ranges::all_of(whole, is_digit) &&
         std::ranges::all_of(rest, is_digit);
}

bool looks_like_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::ranges::count_if(text, is_digit) == 8;
}

TokenKind classify(std::string_view text) {
  constexpr std::string_view kPound = "£";
  if (looks_like_date(text)) return parse_date(text) ? TokenKind::Date : TokenKind::Bad;
  const bool negative = text.starts_with('-');
  const auto rest = negative ? text.substr(1) : text;
  if (is_plain_number(rest)) return TokenKind::Number;
  if (rest.ends_with('%') && is_plain_number(rest.substr(0, rest.size() - 1))) {
    return TokenKind::Percent;
  }
  if (rest.starts_with(kPound) && is_plain_number(rest.substr(kPound.size()))) {
    return TokenKind::Money;
  }
  const bool strange = rest.find('%') != std::string_view::npos ||
                       rest.find(kPound) != std::string_view::npos || negative;
  return strange ? TokenKind::Bad : TokenKind::Word;
}

class Lexer {
 public:
  Lexer(const Source& source, const Fence& fence, Diagnostics& diagnostics)
      : source_(source),
        fence_(fence),
        diagnostics_(diagnostics),
        at_(fence.content.offset),
        end_(fence.content.end()),
        line_(fence.first_line) {}

  Tokens lex() {
    start_line();
    while (at_ < end_) step();
    return std::move(tokens_);
  }

 private:
  std::string_view text() const { return source_.text().substr(0, end_); }
  std::string_view rest() const { return text().substr(at_); }

  void start_line() {
    first_ = true;
    column_ = 1;
    for (int i = 0; i < fence_.indent && at_ < end_ && text()[at_] == ' '; ++i) ++at_;
    if (fence_.kind != FenceKind::Example || at_ >= end_) return;
    const bool blank = std::string_view(" \t\r\n#").contains(text()[at_]);
    if (!blank) add_until_line_end(TokenKind::Title);
  }

  std::uint32_t line_end() const {
    return static_cast<std::uint32_t>(std::min(text().find('\n', at_), text().size()));
  }

  void add_until_line_end(TokenKind kind) {
    const auto content = trim(text().substr(at_, line_end() - at_));
    const Span span{at_, static_cast<std::uint32_t>(content.size())};
    const Token token{kind, first_, line_, column_, span};
    if (kind == TokenKind::Title)
      tokens_.tokens.push_back(token);
    else
      tokens_.comments.push_back(token);
    at_ = line_end();
  }

  void step() {
    const char c = text()[at_];
    if (c == '\n') {
      ++at_;
      ++line_;
      return start_line();
    }
    if (c == ' ' || c == '\r') return skip(1, c == ' ' ? 1 : 0);
    if (c == '#') return add_until_line_end(TokenKind::End);
    if (c == '"') return lex_string(1, {"\""});
    if (c == '\t') return skip_tab();
    if (lex_word() || lex_mark()) return;
    lex_odd();
  }

  void skip(std::uint32_t bytes, int columns) {
    at_ += bytes;
    column_ += columns;
  }

  // A line of nothing but tabs has one thing wrong with it, not forty.
  template <typename... Arguments>
  void report_once_a_line(const DiagnosticKind<Arguments...>& kind, Span span, std::string hint,
                          const std::type_identity_t<Arguments>&... arguments) {
    if (reported_kind_ == &kind && reported_line_ == line_) return;
    reported_kind_ = &kind;
    reported_line_ = line_;
    report(diagnostics_, source_, kind, span, std::move(hint), arguments...);
  }

  void skip_tab() {
    report_once_a_line(kTab, {at_, 1}, "use spaces; `hearth plan fmt` does");
    skip(1, 2);
  }

  void add(TokenKind kind, std::uint32_t length) {
    tokens_.tokens.push_back({kind, first_, line_, column_, {at_, length}});
    first_ = false;
    skip(length, static_cast<int>(count_characters(text().substr(at_, length))));
  }

  bool lex_word() {
    const auto length = word_length();
    if (length == 0) return false;
    const auto word = rest().substr(0, length);
    const auto kind = classify(word);
    if (kind == TokenKind::Bad) report_bad(word);
    add(kind, length);
    return true;
  }

  // `-` joins what stands on both sides of it or signs a number; alone it is a mark.
  std::uint32_t word_length() const {
    const auto here = rest();
    if (here.starts_with('-') && (here.size() < 2 || !is_digit(here[1]))) return 0;
    std::uint32_t length = 0;
    while (length < here.size()) {
      const auto next = decode_utf8(here.substr(length));
      if (!next.valid || !is_word_character(next.character)) break;
      length += next.length;
    }
    while (length > 0 && here[length - 1] == '-') --length;
    return length;
  }

  void report_bad(std::string_view word) {
    const Span span{at_, static_cast<std::uint32_t>(word.size())};
    if (looks_like_date(word)) {
      report(diagnostics_, source_, kNoSuchDay, span,
             "days are written year-month-day, as in 2024-02-29", word);
      return;
    }
    report(diagnostics_, source_, kMalformedNumber, span, "write 12, 0.5, 90% or £617", word);
  }

  bool lex_mark() {
    for (const auto& mark : kMarks) {
      if (!rest().starts_with(mark.text)) continue;
      const bool bullet = mark.kind == TokenKind::Minus && first_;
      add(bullet ? TokenKind::Bullet : mark.kind, static_cast<std::uint32_t>(mark.text.size()));
      return true;
    }
    return false;
  }

  void lex_string(std::uint32_t open, std::initializer_list<std::string_view> closing) {
    const auto line = text().substr(at_, line_end() - at_);
    auto end = std::string_view::npos;
    std::size_t close = 0;
    for (const auto mark : closing) {
      const auto found = line.find(mark, open);
      if (found < end) end = found, close = mark.size();
    }
    if (end != std::string_view::npos) {
      return add(TokenKind::String, static_cast<std::uint32_t>(end + close));
    }
    const auto length = static_cast<std::uint32_t>(trim(line).size());
    report(diagnostics_, source_, kUnclosedString, {at_, length},
           "end it with `\"` on the same line");
    add(TokenKind::String, length);
  }

  void lex_odd() {
    const auto next = decode_utf8(rest());
    if (!next.valid) return skip(next.length, 1);  // reported for the whole document
    const Span span{at_, next.length};
    if (const auto name = space_name(next.character); !name.empty()) {
      report_once_a_line(kOddSpace, span, "use a plain space; `hearth plan fmt` does", name);
      return skip(next.length, 1);
    }
    if (next.character == U'“' || next.character == U'”') {
      report_once_a_line(kCurlyQuote, span, "use `\"`; `hearth plan fmt` does");
      return lex_string(next.length, {"\"", "”", "“"});
    }
    const auto character = rest().substr(0, next.length);
    const auto* like = std::ranges::find(kLookalikes, next.character, &Lookalike::character);
    if (like == kLookalikes.end()) {
      report_once_a_line(kUnexpectedCharacter, span, "leave it out", character);
      return skip(next.length, 1);
    }
    report(diagnostics_, source_, kUnexpectedCharacter, span,
           "write `" + std::string(like->plain) + "`", character);
    add(like->kind == TokenKind::Minus && first_ ? TokenKind::Bullet : like->kind, next.length);
  }

  const Source& source_;
  const Fence& fence_;
  Diagnostics& diagnostics_;
  Tokens tokens_;
  std::uint32_t at_;
  std::uint32_t end_;
  int line_;
  int column_ = 1;
  bool first_ = true;
  const AnyDiagnosticKind* reported_kind_ = nullptr;
  int reported_line_ = 0;
};

}  // namespace

Tokens lex(const Source& source, const Fence& fence, Diagnostics& diagnostics) {
  return Lexer(source, fence, diagnostics).lex();
}

std::string_view without_quotes(std::string_view text) {
  constexpr std::array<std::string_view, 3> kQuotes{"\"", "“", "”"};
  const auto whole = text;
  for (const auto quote : kQuotes) {
    if (text.starts_with(quote)) {
      text.remove_prefix(quote.size());
      break;
    }
  }
  if (text.size() == whole.size()) return text;
  for (const auto quote : kQuotes) {
    if (text.ends_with(quote)) {
      text.remove_suffix(quote.size());
      break;
    }
  }
  return text;
}

}  // namespace hearth
