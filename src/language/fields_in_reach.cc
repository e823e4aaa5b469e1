#include "language/fields_in_reach.h"

#include <algorithm>
#include <array>

namespace hearth {
namespace {

class Around {
 public:
  Around(const Source& source, std::span<const Token> tokens, const ItemLayout& item)
      : source_(source), tokens_(tokens), item_(item) {}

  // The field of `where FIELD`, `FIELD of RECORDS` or of the item's own records.
  std::vector<std::string> records_of_field(std::size_t at) const {
    if (is_example()) return record_of_example(at);
    if (is(item_.head.first, "record")) return names_after(item_.head.first + 1);
    if (is(item_.head.first, "measure")) return names_after(item_.head.first + 3);
    if (is(at + 1, "of")) return names_after(at + 2);
    return records_before_where(at);
  }

  InReach of_value(std::size_t at) const {
    if (is_example()) return {record_of_example(at), at > 0 ? text(at - 1) : "", true, {}, 0};
    const auto first = first_of_values(at);
    if (first > 2 && is(first - 1, TokenKind::LeftParen)) {
      if (is(first - 2, "in"))
        return {records_before_where(first - 3), text(first - 3), true, {}, 0};
      return {{}, {}, false, text(first - 2), commas(first, at)};
    }
    if (at < 3 || !is_comparison(at - 1)) return {};
    const bool test = is(at - 3, "where") || is(at - 3, "and");
    return test ? InReach{records_before_where(at - 2), text(at - 2), true, {}, 0}
                : compared(at - 1);
  }

  std::vector<std::string> records_after_test(std::size_t at) const {
    if (at < item_.head.first + 4 || !is(at - 1, "and")) return {};
    const bool test = is_comparison(at - 3) || is(at - 2, TokenKind::RightParen);
    return test ? records_before_where(at) : std::vector<std::string>{};
  }

 private:
  bool is_example() const { return tokens_[item_.head.first].kind == TokenKind::Title; }
  bool is(std::size_t at, TokenKind kind) const {
    return at < tokens_.size() && tokens_[at].kind == kind;
  }
  std::string text(std::size_t at) const {
    return is(at, TokenKind::Word) ? std::string(source_.text(tokens_[at].span)) : std::string();
  }
  bool is(std::size_t at, std::string_view word) const { return text(at) == word; }
  bool is_comparison(std::size_t at) const {
    constexpr std::array kKinds{TokenKind::Less,    TokenKind::LessOrEqual,
                                TokenKind::Greater, TokenKind::GreaterOrEqual,
                                TokenKind::Equal,   TokenKind::NotEqual};
    return at < tokens_.size() && std::ranges::find(kKinds, tokens_[at].kind) != kKinds.end();
  }

  // `offence or arrest`, from its first name on.
  std::vector<std::string> names_after(std::size_t at) const {
    std::vector<std::string> names;
    if (text(at).empty()) return names;
    names.push_back(text(at));
    while (is(at + 1, "or") && !text(at + 2).empty()) names.push_back(text(at += 2));
    return names;
  }

  std::vector<std::string> records_before_where(std::size_t at) const {
    int closed = 0;
    while (at > item_.head.first) {
      --at;
      if (is(at, TokenKind::RightParen)) ++closed;
      if (is(at, TokenKind::LeftParen) && closed > 0) --closed;
      if (closed == 0 && is(at, "where")) return names_before(at);
    }
    return {};
  }

  std::vector<std::string> names_before(std::size_t at) const {
    std::vector<std::string> names;
    while (at > item_.head.first && !text(at - 1).empty()) {
      names.push_back(text(at - 1));
      if (at < item_.head.first + 3 || !is(at - 2, "or")) break;
      at -= 2;
    }
    return names;
  }

  // `NAME TYPE DATE FIELD VALUE …`
  std::vector<std::string> record_of_example(std::size_t at) const {
    for (const auto clause : item_.clauses) {
      if (at >= clause.first && at < clause.last) return names_after(clause.first + 1);
    }
    return {};
  }

  // Back over `a, b,` to the first value of a list, or `at` itself.
  std::size_t first_of_values(std::size_t at) const {
    while (at >= item_.head.first + 2 && is(at - 1, TokenKind::Comma)) at -= 2;
    return at;
  }
  std::size_t commas(std::size_t first, std::size_t at) const {
    const auto run = tokens_.subspan(first, at - first);
    return static_cast<std::size_t>(std::ranges::count(run, TokenKind::Comma, &Token::kind));
  }

  // What `latest level of neet_risk in last 6 months = …` compares.
  InReach compared(std::size_t comparison) const {
    for (auto at = comparison; at > item_.head.first + 1; --at) {
      if (!is(at, "of")) continue;
      if (is(at - 1, "count")) return {};
      return {names_after(at + 1), text(at - 1), false, {}, 0};
    }
    return {};
  }

  const Source& source_;
  std::span<const Token> tokens_;
  const ItemLayout& item_;
};

}  // namespace

InReach in_reach_of_field(const Source& source, std::span<const Token> tokens,
                          const ItemLayout& item, std::size_t at) {
  return {Around(source, tokens, item).records_of_field(at), {}, false, {}, 0};
}

InReach in_reach_of_value(const Source& source, std::span<const Token> tokens,
                          const ItemLayout& item, std::size_t at) {
  return Around(source, tokens, item).of_value(at);
}

InReach in_reach_after_test(const Source& source, std::span<const Token> tokens,
                            const ItemLayout& item, std::size_t at) {
  return {Around(source, tokens, item).records_after_test(at), {}, false, {}, 0};
}

}  // namespace hearth
