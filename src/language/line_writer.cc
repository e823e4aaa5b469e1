#include "language/line_writer.h"

#include <algorithm>
#include <array>

#include "language/utf8.h"

namespace hearth {

void LineWriter::append(std::string_view text) {
  if (line_.empty()) {
    line_.assign(static_cast<std::size_t>(indent_), ' ');
    column_ = indent_;
  }
  line_ += text;
  column_ += static_cast<int>(count_characters(text));
}

void LineWriter::end_line() {
  if (line_.empty()) return;
  out_ += margin_ + line_ + '\n';
  line_.clear();
}

void LineWriter::newline(int indent) {
  end_line();
  indent_ = indent;
  column_ = indent;
  cut_ = false;
}

void LineWriter::pad_to(int column) {
  if (cut_) return;
  append(std::string(static_cast<std::size_t>(std::max(1, column - column_)), ' '));
}

void LineWriter::write_comment(const Token& comment) {
  append(source_.text(comment.span));
  last_line_ = comment.line;
  ++next_comment_;
}

void LineWriter::write_comments_before(std::uint32_t offset, int wrap) {
  while (next_comment_ < comments_.size() && comments_[next_comment_].span.offset < offset) {
    if (!line_.empty()) newline(wrap);
    write_comment(comments_[next_comment_]);
    newline(indent_);
  }
}

void LineWriter::write_trailing_comment(const Token& after) {
  if (next_comment_ >= comments_.size()) return;
  const auto& comment = comments_[next_comment_];
  const bool last = next_ >= tokens_.size() || tokens_[next_].line != after.line;
  if (comment.line != after.line || !last) return;
  append("  ");
  write_comment(comment);
  cut_ = true;
}

void LineWriter::between_items(int indent) {
  end_line();
  const auto offset = next_ < tokens_.size() ? tokens_[next_].span.offset : ~std::uint32_t{0};
  const auto blank_before = [&](const Token& token) {
    if (last_line_ > 0 && token.line > last_line_ + 1) out_ += '\n';
  };
  while (next_comment_ < comments_.size() && comments_[next_comment_].span.offset < offset) {
    const auto& comment = comments_[next_comment_];
    blank_before(comment);
    newline(comment.column > 1 ? indent : 0);
    write_comment(comment);
    end_line();
  }
  if (next_ < tokens_.size()) blank_before(tokens_[next_]);
  newline(0);
}

bool LineWriter::is_dropped(std::size_t token) const {
  const auto kind = tokens_[token].kind;
  if (kind == TokenKind::LeftBracket || kind == TokenKind::RightBracket) return true;
  if (kind != TokenKind::Comma || token + 1 >= tokens_.size()) return false;
  const auto& next = tokens_[token + 1];
  if (next.kind != TokenKind::Word) return false;
  const auto word = source_.text(next.span);
  return word == "and" || word == "or" || word == "then" || word == "else";
}

std::string LineWriter::text(std::size_t token) const {
  if (is_dropped(token)) return {};
  const auto text = source_.text(tokens_[token].span);
  if (tokens_[token].kind == TokenKind::String) {
    return "\"" + std::string(without_quotes(text)) + "\"";
  }
  if (tokens_[token].kind == TokenKind::Minus) return "-";
  return std::string(text);
}

int LineWriter::width(std::size_t token) const {
  if (is_dropped(token)) return 0;
  return static_cast<int>(count_characters(text(token))) + (needs_space(token) ? 1 : 0);
}

bool LineWriter::needs_space(std::size_t token) const {
  switch (tokens_[token].kind) {
    case TokenKind::Comma:
    case TokenKind::Colon:
    case TokenKind::RightParen: return false;
    case TokenKind::LeftParen: return !is_call(token);
    default: return token == 0 || tokens_[token - 1].kind != TokenKind::LeftParen;
  }
}

// `raised(neet_risk)`, but `define raised (worry)`, `kind in (a, b)` and `and (…)`.
bool LineWriter::is_call(std::size_t token) const {
  constexpr std::array<std::string_view, 7> kNotCalled{"in", "and",  "or",  "not",
                                                       "if", "then", "else"};
  if (token < 2 || tokens_[token - 1].kind != TokenKind::Word) {
    return token > 0 && tokens_[token - 1].kind == TokenKind::LeftParen;
  }
  if (tokens_[token - 2].column == 1) return false;  // the head of an item
  const auto word = source_.text(tokens_[token - 1].span);
  return std::ranges::find(kNotCalled, word) == kNotCalled.end();
}

void LineWriter::write(int wrap) {
  const auto token = tokens_[next_];
  write_comments_before(token.span.offset, wrap);
  if (cut_) newline(wrap);
  const auto words = text(next_);
  const bool line_has_words = !line_.empty() && !line_.ends_with(' ');
  if (line_has_words && needs_space(next_) && !words.empty()) append(" ");
  if (!words.empty()) append(words);
  ++next_;
  last_line_ = token.line;
  write_trailing_comment(token);
}

void LineWriter::write_until(std::size_t last, int wrap) {
  while (next_ < last) write(wrap);
}

void LineWriter::step_over(std::size_t token, std::size_t last, Brackets& brackets) const {
  constexpr int kShort = 60;
  const auto kind = tokens_[token].kind;
  if (kind == TokenKind::LeftBrace) ++brackets.loose;
  if (kind == TokenKind::RightBrace && brackets.loose > 0) --brackets.loose;
  if (kind == TokenKind::RightParen) {
    auto& open = brackets.tight > 0 ? brackets.tight : brackets.loose;
    if (open > 0) --open;
  }
  if (kind != TokenKind::LeftParen) return;
  int total = 0;
  int open = 0;
  for (auto at = token; at < last && total <= kShort; ++at) {
    total += width(at);
    if (tokens_[at].kind == TokenKind::LeftParen) ++open;
    if (tokens_[at].kind == TokenKind::RightParen && --open == 0) break;
  }
  ++(total <= kShort ? brackets.tight : brackets.loose);
}

bool LineWriter::may_break_before(std::size_t token, Brackets brackets) const {
  if (!needs_space(token) || brackets.tight > 0) return false;
  if (brackets.loose > 0 || tokens_[token].kind == TokenKind::Dot) return true;
  if (token > 0 && tokens_[token - 1].kind == TokenKind::Comma) return true;
  if (tokens_[token].kind != TokenKind::Word) return false;
  const auto word = source_.text(tokens_[token].span);
  const bool in_window =
      word == "in" && token + 1 < tokens_.size() && tokens_[token + 1].kind != TokenKind::LeftParen;
  return in_window || word == "and" || word == "or" || word == "where" || word == "since";
}

int LineWriter::chunk_width(std::size_t token, std::size_t last, Brackets brackets) const {
  int total = width(token);
  step_over(token, last, brackets);
  for (auto at = token + 1; at < last && !may_break_before(at, brackets); ++at) {
    total += width(at);
    step_over(at, last, brackets);
    if (total > kLineWidth) break;
  }
  return total;
}

void LineWriter::fill_until(std::size_t last, int wrap) {
  Brackets brackets;
  while (next_ < last) {
    const bool full = column_ + chunk_width(next_, last, brackets) > kLineWidth;
    if (full && !line_.empty() && may_break_before(next_, brackets)) newline(wrap);
    step_over(next_, last, brackets);
    write(wrap);
  }
}

bool LineWriter::fits(std::size_t last) const {
  int total = column_;
  for (auto at = next_; at < last; ++at) {
    if (tokens_[at].kind == TokenKind::Bullet) return false;
    total += width(at);
    if (total > kLineWidth + 1) return false;  // the first may need no space
  }
  if (next_ >= last || next_comment_ >= comments_.size()) return true;
  const auto first = tokens_[next_].span.offset;
  const auto end = tokens_[last - 1].span.offset;
  const auto* comment = &comments_[next_comment_];
  while (comment != comments_.data() + comments_.size() && comment->span.offset < first) ++comment;
  return comment == comments_.data() + comments_.size() || comment->span.offset > end;
}

std::string LineWriter::finish() {
  between_items(2);
  return std::move(out_);
}

}  // namespace hearth
