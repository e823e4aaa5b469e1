#include "author/text_document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "author/least_edit.h"

namespace hearth {
namespace {

TEST(TextDocument, CountsInUtf16Units) {
  const TextDocument document("a £ – b\n🙂 c\n");
  EXPECT_EQ(document.position(2), (TextPosition{0, 2}));   // £ takes two bytes …
  EXPECT_EQ(document.position(5), (TextPosition{0, 4}));   // … and one unit
  EXPECT_EQ(document.position(9), (TextPosition{0, 6}));   // – takes three and one
  EXPECT_EQ(document.position(15), (TextPosition{1, 2}));  // the face takes four and two
  EXPECT_EQ(document.offset({0, 6}), 9u);
  EXPECT_EQ(document.offset({1, 2}), 15u);
}

TEST(TextDocument, InsideACharacterIsItsStart) {
  const TextDocument document("🙂x");
  EXPECT_EQ(document.offset({0, 1}), 0u);
  EXPECT_EQ(document.offset({0, 2}), 4u);
}

TEST(TextDocument, OutsideTheTextIsTheNearestPlace) {
  const TextDocument document("one\ntwo");
  EXPECT_EQ(document.offset({0, 99}), 3u);
  EXPECT_EQ(document.offset({9, 0}), 7u);
  EXPECT_EQ(document.offset({-1, -5}), 0u);
  EXPECT_EQ(document.offset({1, -5}), 4u);
  EXPECT_EQ(document.position(99), (TextPosition{1, 3}));
}

TEST(TextDocument, KnowsThreeLineEnds) {
  const TextDocument document("a\r\nb\rc\nd");
  EXPECT_EQ(document.offset({1, 0}), 3u);
  EXPECT_EQ(document.offset({2, 0}), 5u);
  EXPECT_EQ(document.offset({3, 0}), 7u);
  EXPECT_EQ(document.offset({0, 99}), 1u);  // before its end
}

TEST(TextDocument, ARangeBackwardsReplacesNothing) {
  TextDocument document("hello");
  document.replace({{0, 4}, {0, 1}}, "X");
  EXPECT_EQ(document.text(), "hellXo");
}

TEST(TextDocument, SurvivesBytesThatAreNotUtf8) {
  const TextDocument document("\xFF\xFE \x80\xE2");
  for (std::uint32_t offset = 0; offset < 7; ++offset) {
    EXPECT_LE(document.offset(document.position(offset)), 5u);
  }
}

std::string random_piece() {
  return *rc::gen::elementOf(std::vector<std::string>{"a", "£", "–", "🙂", "\n", "\r\n", "\r", " ",
                                                      "need", "é", "```plan\n", ""});
}

std::string random_text() {
  std::string text;
  for (int left = *rc::gen::inRange(0, 30); left > 0; --left) text += random_piece();
  return text;
}

// A byte at which a character, and no second half of a line end, starts.
std::uint32_t random_place(const std::string& text) {
  auto at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  const auto continues = [&] {
    const bool character =
        at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    const bool line_end = at > 0 && at < text.size() && text[at - 1] == '\r' && text[at] == '\n';
    return character || line_end;
  };
  while (continues()) --at;
  return static_cast<std::uint32_t>(at);
}

RC_GTEST_PROP(TextDocument, EditsByPositionAreEditsByByte, ()) {
  auto text = random_text();
  TextDocument document(text);
  for (int left = *rc::gen::inRange(1, 12); left > 0; --left) {
    const auto one = random_place(text);
    const auto other = random_place(text);
    const auto start = std::min(one, other);
    const auto end = std::max(one, other);
    const auto with = random_text();
    document.replace({document.position(start), document.position(end)}, with);
    text.replace(start, end - start, with);
    RC_ASSERT(document.text() == text);
  }
}

RC_GTEST_PROP(TextDocument, AnyPositionIsAPlaceInTheText, ()) {
  const auto text = random_text();
  const TextDocument document(text);
  const TextPosition position{*rc::gen::inRange(-2, 40), *rc::gen::inRange(-2, 40)};
  const auto offset = document.offset(position);
  RC_ASSERT(offset <= text.size());
  RC_ASSERT(document.offset(document.position(offset)) == offset);
}

RC_GTEST_PROP(LeastEdit, MakesOneTextOfTheOther, ()) {
  const auto from = random_text();
  const auto to = *rc::gen::inRange(0, 4) == 0 ? from : random_text() + from + random_text();
  const auto edit = least_edit(from, to);
  RC_ASSERT(edit.has_value() == (from != to));
  auto edited = from;
  if (edit) edited.replace(edit->replaced.offset, edit->replaced.length, edit->with);
  RC_ASSERT(edited == to);
}

TEST(LeastEdit, TakesTheLinesThatDiffer) {
  const auto edit = least_edit("a\nb\nc\nd\n", "a\nx\ny\nd\n");
  EXPECT_EQ(edit->replaced, (Span{2, 4}));
  EXPECT_EQ(edit->with, "x\ny\n");
}

}  // namespace
}  // namespace hearth
