// Writes a block's tokens again, in order and with their comments, on lines of our choosing.
//
// It decides spaces, never meaning: each token is written once, a comment stays at the end of the
// line it ended, or on a line of its own, and what the comment cuts off goes on in the next line.
// The only token it leaves out is the comma before `and`, `or`, `then` and `else`.
#pragma once

#include <string>

#include "base/source.h"
#include "language/lex.h"

namespace hearth {

inline constexpr int kLineWidth = 100;

class LineWriter {
 public:
  LineWriter(const Source& source, const Tokens& tokens, std::string margin)
      : source_(source),
        tokens_(tokens.tokens),
        comments_(tokens.comments),
        margin_(std::move(margin)) {}

  std::size_t next() const { return next_; }  // the token to be written next
  int column() const { return column_; }      // characters on the line so far

  void newline(int indent);  // an empty line is not left behind
  void pad_to(int column);   // and at least one space
  // Blank lines and comments on lines of their own before the next item; `indent` is for those
  // that belong to the item before.
  void between_items(int indent);
  void write(int wrap);  // the next token; `wrap` is the indent if a comment cuts the line
  void write_until(std::size_t last, int wrap);  // tokens up to `last`, on one line
  void fill_until(std::size_t last, int wrap);   // … on as many lines as it takes
  bool fits(
      std::size_t last) const;  // whether they go on this line, and no list or comment is inside
  std::string finish();         // what is left, comments included

 private:
  void write_comment(const Token& comment);
  void write_comments_before(std::uint32_t offset, int wrap);
  void write_trailing_comment(const Token& after);
  bool is_dropped(std::size_t token) const;
  // The brackets around a place where a line may be broken: inside short ones it may not, inside
  // long ones and braces it may anywhere.
  struct Brackets {
    int loose = 0;
    int tight = 0;
  };
  void step_over(std::size_t token, std::size_t last, Brackets& brackets) const;
  bool may_break_before(std::size_t token, Brackets brackets) const;
  bool needs_space(std::size_t token) const;
  bool is_call(std::size_t token) const;
  int width(std::size_t token) const;
  int chunk_width(std::size_t token, std::size_t last, Brackets brackets) const;
  std::string text(std::size_t token) const;
  void append(std::string_view text);
  void end_line();

  const Source& source_;
  const std::vector<Token>& tokens_;
  const std::vector<Token>& comments_;
  std::string margin_;
  std::string out_;
  std::string line_;
  int column_ = 0;
  int indent_ = 0;
  int last_line_ = 0;  // of the source, of what was written last
  std::size_t next_ = 0;
  std::size_t next_comment_ = 0;
  bool cut_ = false;  // a comment ended the line
};

}  // namespace hearth
