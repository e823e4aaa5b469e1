#include "timeline/truth.h"

#include <gtest/gtest.h>

#include "timeline/bounds.h"

namespace hearth {
namespace {

constexpr Truth N = Truth::No, U = Truth::Unknown, Y = Truth::Yes, A = Truth::NotApplicable;
constexpr Truth kAll[] = {N, U, Y, A};

TEST(Truth, TheTables) {
  constexpr Truth kBoth[4][4] = {{N, N, N, N}, {N, U, U, U}, {N, U, Y, Y}, {N, U, Y, A}};
  constexpr Truth kEither[4][4] = {{N, U, Y, N}, {U, U, Y, U}, {Y, Y, Y, Y}, {N, U, Y, A}};
  constexpr Truth kOpposite[4] = {Y, U, N, A};
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(opposite(kAll[i]), kOpposite[i]);
    for (int j = 0; j < 4; ++j) {
      EXPECT_EQ(both(kAll[i], kAll[j]), kBoth[i][j]) << i << j;
      EXPECT_EQ(either(kAll[i], kAll[j]), kEither[i][j]) << i << j;
    }
  }
}

TEST(Truth, TheLaws) {
  for (const Truth a : kAll) {
    EXPECT_EQ(opposite(opposite(a)), a);
    EXPECT_EQ(both(a, a), a);
    EXPECT_EQ(either(a, a), a);
    for (const Truth b : kAll) {
      EXPECT_EQ(both(a, b), both(b, a));
      EXPECT_EQ(either(a, b), either(b, a));
      EXPECT_EQ(opposite(both(a, b)), either(opposite(a), opposite(b)));
      for (const Truth c : kAll) {
        EXPECT_EQ(both(a, both(b, c)), both(both(a, b), c));
        EXPECT_EQ(either(a, either(b, c)), either(either(a, b), c));
      }
    }
  }
}

// An answer never depends on what is missing: whatever an unknown turns out to be, a yes stays a
// yes and a no a no.
TEST(Truth, KnowingMoreNeverChangesAnAnswer) {
  for (const Truth a : {N, U, Y}) {
    for (const Truth b : {N, U, Y}) {
      for (const Truth settled : {N, Y}) {
        const Truth x = a == U ? settled : a;
        EXPECT_TRUE(both(a, b) == U || both(x, b) == both(a, b));
        EXPECT_TRUE(either(a, b) == U || either(x, b) == either(a, b));
      }
    }
  }
}

TEST(Truth, IsWrittenInWords) {
  EXPECT_EQ(to_text(N), "no");
  EXPECT_EQ(to_text(A), "not applicable");
}

constexpr Comparison kComparisons[] = {Comparison::Less,    Comparison::LessOrEqual,
                                       Comparison::Greater, Comparison::GreaterOrEqual,
                                       Comparison::Equal,   Comparison::NotEqual};

bool holds(int a, Comparison comparison, int b) {
  switch (comparison) {
    case Comparison::Less: return a < b;
    case Comparison::LessOrEqual: return a <= b;
    case Comparison::Greater: return a > b;
    case Comparison::GreaterOrEqual: return a >= b;
    case Comparison::Equal: return a == b;
    case Comparison::NotEqual: return a != b;
  }
  return false;
}

// Compares every pair of numbers that lie within the bounds: all, none or some of them.
Truth by_trying(int low, int high, Comparison comparison, int low2, int high2) {
  bool some = false, all = true;
  for (int a = low; a <= high; ++a) {
    for (int b = low2; b <= high2; ++b) {
      some |= holds(a, comparison, b);
      all &= holds(a, comparison, b);
    }
  }
  return all ? Y : some ? U : N;
}

TEST(Bounds, CompareAsEveryNumberWithinThemWould) {
  for (const auto comparison : kComparisons) {
    for (int low = 0; low < 4; ++low) {
      for (int high = low; high < 4; ++high) {
        for (int low2 = 0; low2 < 4; ++low2) {
          for (int high2 = low2; high2 < 4; ++high2) {
            EXPECT_EQ(
                compare({double(low), double(high)}, comparison, {double(low2), double(high2)}),
                by_trying(low, high, comparison, low2, high2))
                << low << high << static_cast<int>(comparison) << low2 << high2;
          }
        }
      }
    }
  }
}

TEST(Bounds, ACountWithoutCoverageIsOnlyALowerBound) {
  const auto seen_two = Bounds::at_least(2);
  EXPECT_EQ(compare(seen_two, Comparison::GreaterOrEqual, Bounds::exactly(2)), Y);
  EXPECT_EQ(compare(seen_two, Comparison::GreaterOrEqual, Bounds::exactly(3)), U);
  EXPECT_EQ(compare(seen_two, Comparison::LessOrEqual, Bounds::exactly(1)), N);
  EXPECT_EQ(compare(seen_two, Comparison::LessOrEqual, Bounds::exactly(2)), U);
  EXPECT_EQ(compare(Bounds::at_least(0), Comparison::GreaterOrEqual, Bounds::exactly(0)), Y);
  EXPECT_FALSE(seen_two.exact());
}

TEST(Bounds, TheUnknownNumberComparesUnknown) {
  for (const auto comparison : kComparisons) {
    EXPECT_EQ(compare(Bounds::unknown(), comparison, Bounds::exactly(3)), U);
    EXPECT_EQ(compare(Bounds::exactly(3), comparison, Bounds::unknown()), U);
    EXPECT_EQ(compare(Bounds::unknown(), comparison, Bounds::unknown()), U);
  }
}

}  // namespace
}  // namespace hearth
