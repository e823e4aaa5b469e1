#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth {
namespace {

TEST(Trim, TakesSpacesTabsAndLineEndsAway) {
  EXPECT_EQ(trim("  a b\t\r"), "a b");
  EXPECT_EQ(trim(" \t "), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Split, KeepsEmptyParts) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(split("a,,b,", ','), (Parts{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), Parts{""});
}

RC_GTEST_PROP(Split, IsUndoneByJoin, (const std::string& text)) {
  std::vector<std::string> parts;
  for (const auto part : split(text, 'a')) parts.emplace_back(part);
  RC_ASSERT(join(parts, "a") == text);
}

TEST(Join, PutsNothingAtTheEnds) {
  EXPECT_EQ(join(std::vector<std::string>{}, ", "), "");
  EXPECT_EQ(join(std::vector<std::string>{"x"}, ", "), "x");
  EXPECT_EQ(join(std::vector<std::string>{"", ""}, ", "), ", ");
}

TEST(EditDistance, CountsTheFourMistakes) {
  EXPECT_EQ(edit_distance("suspension", "suspension"), 0);
  EXPECT_EQ(edit_distance("suspention", "suspension"), 1);   // one replaced
  EXPECT_EQ(edit_distance("suspnesion", "suspension"), 1);   // two swapped
  EXPECT_EQ(edit_distance("suspesion", "suspension"), 1);    // one left out
  EXPECT_EQ(edit_distance("suspennsion", "suspension"), 1);  // one too many
  EXPECT_EQ(edit_distance("", "abc"), 3);
  EXPECT_EQ(edit_distance("ca", "abc"), 3);  // a swap is not taken apart again
}

RC_GTEST_PROP(EditDistance, IsADistance, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::inRange('a', 'd'));
  const auto a = *word, b = *word;
  const int d = edit_distance(a, b);
  RC_ASSERT(d == edit_distance(b, a));
  RC_ASSERT((d == 0) == (a == b));
  RC_ASSERT(d >= std::abs(std::ssize(a) - std::ssize(b)));
  RC_ASSERT(d <= std::max(std::ssize(a), std::ssize(b)));
}

TEST(Nearest, SaysOnlyWhatIsNearEnough) {
  const std::vector<std::string> names{"suspension", "offence", "order"};
  EXPECT_EQ(nearest("suspention", names), "suspension");
  EXPECT_EQ(nearest("ofence", names), "offence");
  EXPECT_EQ(nearest("vaccinations", names), "");
  EXPECT_EQ(nearest("anything", {}), "");
}

}  // namespace
}  // namespace hearth
