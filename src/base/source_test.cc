#include "base/source.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth {
namespace {

TEST(Source, FindsLinesAndColumns) {
  const Source source("plan.md", "one\r\ntwo\n\nfour");
  EXPECT_EQ(source.line(1), "one");
  EXPECT_EQ(source.line(2), "two");
  EXPECT_EQ(source.line(3), "");
  EXPECT_EQ(source.line(4), "four");
  const auto at_two = source.line_column(5);
  EXPECT_EQ(at_two.line, 2);
  EXPECT_EQ(at_two.column, 1);
  const auto end = source.line_column(static_cast<std::uint32_t>(source.text().size()));
  EXPECT_EQ(end.line, 4);
  EXPECT_EQ(end.column, 5);
}

TEST(Source, AnEmptyTextHasOneEmptyLine) {
  const Source source("empty.md", "");
  EXPECT_EQ(source.line(1), "");
  EXPECT_EQ(source.line_column(0).line, 1);
  EXPECT_EQ(source.text({0, 0}), "");
}

TEST(Source, ASpanBeyondTheTextIsEmpty) {
  const Source source("short.md", "abc");
  EXPECT_EQ(source.text({1, 2}), "bc");
  EXPECT_EQ(source.text({2, 9}), "c");
  EXPECT_EQ(source.text({9, 1}), "");
}

TEST(Span, CoverHoldsBoth) {
  EXPECT_EQ(cover({2, 3}, {10, 1}), (Span{2, 9}));
  EXPECT_EQ(cover({10, 1}, {2, 3}), (Span{2, 9}));
  EXPECT_EQ(cover({2, 9}, {4, 1}), (Span{2, 9}));
}

RC_GTEST_PROP(Source, ColumnsCountFromTheirLinesStart, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::element('a', '\n'));
  const Source source("any.md", text);
  const auto offset =
      *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(text.size()) + 1);
  const auto [line, column] = source.line_column(offset);
  RC_ASSERT(line == 1 + std::count(text.begin(), text.begin() + offset, '\n'));
  RC_ASSERT(column >= 1);
  RC_ASSERT(static_cast<std::size_t>(column) <= source.line(line).size() + 1);
}

}  // namespace
}  // namespace hearth
