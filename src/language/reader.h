// A place in the tokens of one clause, and the only way the parser reads on or complains.
//
// After the first mistake in a range the reader stands at the range's end and says no more until
// the next range: every parse function falls through, leaving Invalid nodes, and one mistake is one
// diagnostic. A list entry is a range of its own, so its mistake does not hide its neighbours'.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/layout.h"
#include "language/lex.h"
#include "language/report.h"
#include "language/tree.h"
#include "language/watch.h"

namespace hearth {

class Reader {
 public:
  // `conditions` names the definitions of conditions in this document.
  Reader(Tree& tree, Diagnostics& diagnostics, std::span<const Token> tokens,
         const std::set<std::string, std::less<>>& conditions)
      : tree_(tree), diagnostics_(diagnostics), tokens_(tokens), conditions_(conditions) {}

  // ---- where we are -----------------------------------------------------------------------------
  struct Range {
    TokenRange tokens;
    bool failed = false;
  };
  void enter(TokenRange range);  // start afresh on a range
  Range leave_for(TokenRange inner);
  void return_to(const Range& outer);

  std::size_t position() const { return at_; }
  bool failed() const { return failed_; }
  bool at_end() const { return at_ >= end_; }
  const Token& peek(std::size_t ahead = 0) const;
  const Token& token(std::size_t index) const { return tokens_[index]; }
  std::size_t range_end() const { return end_; }

  bool at(TokenKind kind, std::size_t ahead = 0) const { return peek(ahead).kind == kind; }
  bool at(std::string_view word, std::size_t ahead = 0) const;
  // What stands here is read as the name of something: `a record type`.
  void names(std::string_view what) const;
  bool at_words(std::string_view first, std::string_view second) const {
    return at(first) && at(second, 1);
  }
  std::string_view text(const Token& token) const { return tree_.source->text(token.span); }
  std::string_view text() const { return text(peek()); }
  // `x`, or the end of the clause.
  std::string found() const;

  // ---- reading on -------------------------------------------------------------------------------
  Token take();
  bool accept(TokenKind kind);
  bool accept(std::string_view word);
  bool accept_words(std::string_view first, std::string_view second);
  bool expect(TokenKind kind, std::string_view what);
  bool expect(std::string_view word);
  void expect_end();  // complains of what is left

  // From the first byte of the token at `first` to the last byte taken.
  Span span_from(std::size_t first) const;

  // ---- complaining ------------------------------------------------------------------------------
  void expected(std::string_view what, std::string hint = {});
  // `what`: `a kind of person`; the hint is the nearest of `words`, or all of them.
  void unknown_word(std::string_view what, std::span<const std::string_view> words);
  // Nobody reads on: what is still to come need not be looked at.
  bool enough_said() const { return diagnostics_.list().size() > kMostDiagnostics; }
  void give_up();  // after something that was reported already

  template <typename... Arguments>
  void fail(const DiagnosticKind<Arguments...>& kind, Span span, std::string hint,
            const std::type_identity_t<Arguments>&... arguments) {
    if (!failed_) complain(kind, span, std::move(hint), arguments...);
    give_up();
  }
  // Reports and goes on where we are; null when there are too many mistakes already.
  template <typename... Arguments>
  Diagnostic* complain(const DiagnosticKind<Arguments...>& kind, Span span, std::string hint,
                       const std::type_identity_t<Arguments>&... arguments) {
    return report(diagnostics_, *tree_.source, kind, span, std::move(hint), arguments...);
  }

  // ---- the tree ---------------------------------------------------------------------------------
  Tree& tree() { return tree_; }
  bool defines_condition(std::string_view name) const { return conditions_.contains(name); }

  int depth = 0;           // of conditions in one another
  Watch* watch = nullptr;  // told what is looked for, if anybody asks

 private:
  Tree& tree_;
  Diagnostics& diagnostics_;
  std::span<const Token> tokens_;
  const std::set<std::string, std::less<>>& conditions_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  bool failed_ = false;
  mutable Token end_token_;
  // The words looked for where we are, for the nearest to one that nobody wanted.
  mutable std::vector<std::string_view> looked_for_;
  mutable std::size_t looked_at_ = 0;

  bool watches(std::size_t ahead) const {
    return watch && !failed_ && at_ + ahead < end_ && watch->watches(at_ + ahead);
  }
};

// `did you mean `x`?` with the nearest of the words, or `one of `a`, `b`, …`.
std::string suggestion(std::string_view word, std::span<const std::string_view> words);
std::string nearest_of(std::string_view word, std::span<const std::string_view> words);

}  // namespace hearth
