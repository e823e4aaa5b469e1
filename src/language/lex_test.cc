#include "language/lex.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "language/fence.h"
#include "language/parse_diagnostics.h"

namespace hearth {
namespace {

struct Lexed {
  Source source;
  Diagnostics diagnostics;
  Tokens tokens;

  explicit Lexed(const std::string& text, const std::string& info = "plan")
      : source("t.md", "```" + info + "\n" + text + "\n```\n") {
    const auto fences = find_fences(source, diagnostics);
    if (!fences.empty()) tokens = lex(source, fences.front(), diagnostics);
  }
  std::string text(std::size_t i) const { return std::string(source.text(tokens.tokens[i].span)); }
  TokenKind kind(std::size_t i) const { return tokens.tokens[i].kind; }
  std::size_t size() const { return tokens.tokens.size(); }
  std::string first_kind() const {
    return diagnostics.empty() ? "" : std::string(diagnostics.list().front().kind->name);
  }
};

TEST(Lex, ClassifiesBareWords) {
  const Lexed lexed("need 12 0.5 -3 90% £617 £0.5 2024-02-29 1.3a 2a 2024-autumn cp_plan Zoë");
  ASSERT_EQ(lexed.size(), 13u);
  const std::vector<TokenKind> expected{
      TokenKind::Word,  TokenKind::Number, TokenKind::Number, TokenKind::Number, TokenKind::Percent,
      TokenKind::Money, TokenKind::Money,  TokenKind::Date,   TokenKind::Word,   TokenKind::Word,
      TokenKind::Word,  TokenKind::Word,   TokenKind::Word};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(lexed.kind(i), expected[i]) << i;
  EXPECT_TRUE(lexed.diagnostics.empty());
}

TEST(Lex, MarksNeedNoSpaces) {
  const Lexed lexed("(a<=b,c>=d):e!=f{g}+h/i=j<k>l");
  std::string kinds;
  for (std::size_t i = 0; i < lexed.size(); ++i) kinds += lexed.text(i) + " ";
  EXPECT_EQ(kinds, "( a <= b , c >= d ) : e != f { g } + h / i = j < k > l ");
}

TEST(Lex, ADashIsABulletOnlyAtTheStartOfALine) {
  const Lexed lexed("(possible - authorised)\n  - each\n  -each a-b");
  EXPECT_EQ(lexed.kind(2), TokenKind::Minus);
  EXPECT_EQ(lexed.kind(5), TokenKind::Bullet);
  EXPECT_EQ(lexed.kind(7), TokenKind::Bullet);
  EXPECT_EQ(lexed.text(8), "each");
  EXPECT_EQ(lexed.text(9), "a-b");
}

TEST(Lex, KnowsLineColumnAndFirstOnLine) {
  const Lexed lexed("a b\n  c");
  EXPECT_EQ(lexed.tokens.tokens[0].line, 2);
  EXPECT_TRUE(lexed.tokens.tokens[0].first_on_line);
  EXPECT_FALSE(lexed.tokens.tokens[1].first_on_line);
  EXPECT_EQ(lexed.tokens.tokens[1].column, 3);
  EXPECT_EQ(lexed.tokens.tokens[2].line, 3);
  EXPECT_EQ(lexed.tokens.tokens[2].column, 3);
}

TEST(Lex, AnIndentedFenceStartsInColumnOne) {
  const Source source("t.md", "  ```plan\n  use \"x\"\n    y\n  ```\n");
  Diagnostics diagnostics;
  const auto fences = find_fences(source, diagnostics);
  ASSERT_EQ(fences.size(), 1u);
  const auto tokens = lex(source, fences[0], diagnostics);
  EXPECT_EQ(tokens.tokens[0].column, 1);
  EXPECT_EQ(tokens.tokens[2].column, 3);
}

TEST(Lex, CommentsAreKeptApart) {
  const Lexed lexed("a # one `tick` “\n# two\nb \"# no\"");
  EXPECT_EQ(lexed.size(), 3u);
  EXPECT_EQ(lexed.tokens.comments.size(), 2u);
  EXPECT_TRUE(lexed.diagnostics.empty());
}

TEST(Lex, AnExampleTitleIsAnyText) {
  const Lexed lexed("Amy's brother (31/02) – “better”!\n  on x", "example");
  ASSERT_EQ(lexed.size(), 3u);
  EXPECT_EQ(lexed.kind(0), TokenKind::Title);
  EXPECT_TRUE(lexed.diagnostics.empty());
}

TEST(Lex, WindowsLineEndsChangeNothing) {
  const Lexed lexed("a b\r\n  c\r");
  EXPECT_EQ(lexed.size(), 3u);
  EXPECT_EQ(lexed.text(1), "b");
  EXPECT_TRUE(lexed.diagnostics.empty());
}

// ---- what goes wrong --------------------------------------------------------------------------

TEST(Lex, OddCharactersAreNamedAndPassedOver) {
  const auto first = [](const std::string& text) { return Lexed(text).first_kind(); };
  EXPECT_EQ(first("a\tb"), "Tab");
  EXPECT_EQ(first("a\u00a0b"), "OddSpace");
  EXPECT_EQ(first("a ; b"), "UnexpectedCharacter");
  EXPECT_EQ(first("a “b”"), "CurlyQuote");
  EXPECT_EQ(first("a \"b"), "UnclosedString");
  EXPECT_EQ(first("2023-02-29"), "NoSuchDay");
  EXPECT_EQ(first("£1,2%3"), "MalformedNumber");
  EXPECT_EQ(first("50%%"), "MalformedNumber");
}

TEST(Lex, ALookalikeStandsForThePlainMark) {
  const Lexed lexed("a ≥ 3");
  EXPECT_EQ(lexed.kind(1), TokenKind::GreaterOrEqual);
  EXPECT_EQ(lexed.diagnostics.list().front().hint, "write `>=`");
}

TEST(Lex, AMistakeOfCharactersIsReportedOnceALine) {
  EXPECT_EQ(Lexed("\t\t\ta\tb").diagnostics.list().size(), 1u);
  EXPECT_EQ(Lexed("\ta\n\tb").diagnostics.list().size(), 2u);
}

TEST(Lex, AnUnclosedFenceEndsAtTheNextOne) {
  const Source source("t.md", "```plan\na\n\n```example\nb\n");
  Diagnostics diagnostics;
  const auto fences = find_fences(source, diagnostics);
  ASSERT_EQ(fences.size(), 2u);
  EXPECT_EQ(fences[1].kind, FenceKind::Example);
  EXPECT_EQ(diagnostics.list().size(), 2u);
  EXPECT_EQ(diagnostics.list().front().kind, &kUnclosedFence);
}

TEST(Lex, AFenceInALongerFenceIsAQuotation) {
  const Source source("t.md", "````\n```plan\na\n```\n````\n```plan\nb\n```\n");
  Diagnostics diagnostics;
  const auto fences = find_fences(source, diagnostics);
  ASSERT_EQ(fences.size(), 1u);
  EXPECT_EQ(source.text(fences[0].content), "b\n");
}

TEST(Lex, ABlockMarkedPlansIsSuspected) {
  const Source source("t.md", "```Plans\na\n```\n");
  Diagnostics diagnostics;
  EXPECT_TRUE(find_fences(source, diagnostics).empty());
  ASSERT_EQ(diagnostics.list().size(), 1u);
  EXPECT_EQ(diagnostics.list().front().kind->name, "UnknownFence");
}

RC_GTEST_PROP(Lex, TokensAreInOrderAndInsideTheBlock, (const std::string& text)) {
  const Lexed lexed(text);
  std::uint32_t end = 0;
  for (const auto& token : lexed.tokens.tokens) {
    RC_ASSERT(token.span.offset >= end);
    RC_ASSERT(token.span.length > 0u);
    end = token.span.end();
  }
  RC_ASSERT(end <= lexed.source.text().size());
}

}  // namespace
}  // namespace hearth
