#include "language/reader.h"

#include <vector>

#include "base/text.h"

namespace hearth {

void Reader::enter(TokenRange range) {
  at_ = range.first;
  end_ = range.last;
  failed_ = false;
}

Reader::Range Reader::leave_for(TokenRange inner) {
  const Range outer{{inner.last, end_}, failed_};
  enter(inner);
  return outer;
}

void Reader::return_to(const Range& outer) {
  at_ = outer.tokens.first;
  end_ = outer.tokens.last;
  failed_ = outer.failed;
}

const Token& Reader::peek(std::size_t ahead) const {
  if (at_ + ahead < end_) return tokens_[at_ + ahead];
  end_token_ = {};
  if (end_ > 0) {
    const auto& last = tokens_[end_ - 1];
    end_token_.line = last.line;
    end_token_.span = {last.span.end(), 0};
  }
  return end_token_;
}

bool Reader::at(std::string_view word, std::size_t ahead) const {
  const bool there = peek(ahead).kind == TokenKind::Word && text(peek(ahead)) == word;
  if (ahead == 0) {
    if (looked_at_ != at_) looked_for_.clear();
    looked_at_ = at_;
    looked_for_.push_back(word);
  }
  if (watches(ahead)) {
    watch->look_for(word);
    watch->is_word = watch->is_word || there;
  }
  return there;
}

void Reader::names(std::string_view what) const {
  if (watches(0)) watch->name(what);
}

std::string Reader::found() const {
  constexpr std::size_t kLongest = 40;
  if (at_end()) return "the end of the clause";
  if (at(TokenKind::Bullet)) return "a list entry";
  if (text().size() > kLongest) return "a long word";
  return "`" + std::string(text()) + "`";
}

Token Reader::take() {
  const auto token = peek();
  if (!at_end()) ++at_;
  return token;
}

bool Reader::accept(TokenKind kind) {
  if (!at(kind)) return false;
  take();
  return true;
}

bool Reader::accept(std::string_view word) {
  if (!at(word)) return false;
  take();
  return true;
}

bool Reader::accept_words(std::string_view first, std::string_view second) {
  if (!at_words(first, second)) return false;
  take();
  take();
  return true;
}

bool Reader::expect(TokenKind kind, std::string_view what) {
  if (accept(kind)) return true;
  expected(what);
  return false;
}

bool Reader::expect(std::string_view word) {
  if (accept(word)) return true;
  const bool misspelt = at(TokenKind::Word) && !nearest_of(text(), {&word, 1}).empty();
  expected("`" + std::string(word) + "`", misspelt ? suggestion(text(), {&word, 1}) : "");
  return false;
}

void Reader::expect_end() {
  if (at_end()) return;
  const auto near = looked_at_ == at_ ? nearest_of(text(), looked_for_) : "";
  expected("the end of the clause", near.empty() ? "" : "did you mean `" + near + "`?");
}

Span Reader::span_from(std::size_t first) const {
  if (first >= tokens_.size()) return peek().span;
  const auto start = tokens_[first].span;
  return at_ > first ? cover(start, tokens_[at_ - 1].span) : Span{start.offset, 0};
}

void Reader::expected(std::string_view what, std::string hint) {
  if (at(TokenKind::Bad)) return give_up();
  fail(kExpected, peek().span, std::move(hint), what, found());
}

void Reader::unknown_word(std::string_view what, std::span<const std::string_view> words) {
  if (!at(TokenKind::Word)) return expected(what, suggestion("", words));
  for (const auto word : words) at(word);  // for who watches
  const auto two = tree_.source->text(cover(peek().span, peek(1).span));
  const bool first_of_two = nearest_of(text(), words).empty() && !nearest_of(two, words).empty();
  fail(kUnknownWord, peek().span, suggestion(first_of_two ? two : text(), words), text(), what);
}

void Reader::give_up() {
  failed_ = true;
  at_ = end_;
}

std::string nearest_of(std::string_view word, std::span<const std::string_view> words) {
  constexpr std::size_t kLongest = 40;
  if (word.empty() || word.size() > kLongest) return {};
  return nearest(word, std::vector<std::string>(words.begin(), words.end()));
}

std::string suggestion(std::string_view word, std::span<const std::string_view> words) {
  if (const auto near = nearest_of(word, words); !near.empty()) {
    return "did you mean `" + near + "`?";
  }
  std::string text = words.size() == 1 ? "write " : "one of ";
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += (i == 0 ? "`" : ", `") + std::string(words[i]) + "`";
  }
  return text;
}

}  // namespace hearth
