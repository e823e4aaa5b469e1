// The words and marks of one fenced block.
//
// Line ends are not tokens: a token knows its line, its column and whether it is the first on its
// line, and layout.h makes items and clauses of that. Odd characters are reported and passed over;
// a lexer never stops early. A tab counts as two columns, any other character as one, and a fence
// that is indented is taken to start in column 1.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "language/fence.h"

namespace hearth {

enum class TokenKind {
  Word,
  Number,   // 12, 0.5, -3
  Percent,  // 90%
  Money,    // £617
  Date,     // 2024-04-01, a day that exists
  String,   // "…", quotes included in the span
  Title,    // a whole line in the first column of an example
  Bullet,   // `-`, first on its line
  Minus,
  Plus,
  Slash,
  LeftParen,
  RightParen,
  LeftBracket,  // [ ], which may stand round flags
  RightBracket,
  LeftBrace,
  RightBrace,
  Comma,
  Colon,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Equal,
  NotEqual,
  Dot,  // ·
  Bad,  // a number or date that was reported
  End,  // of whatever is being read; never made by the lexer
};

struct Token {
  TokenKind kind = TokenKind::End;
  bool first_on_line = false;
  int line = 0;
  int column = 0;
  Span span;
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<Token> comments;  // kind End; the span starts at `#`
};

Tokens lex(const Source& source, const Fence& fence, Diagnostics& diagnostics);

// The inside of a string token's text.
std::string_view without_quotes(std::string_view text);

}  // namespace hearth
