// Another project's tables of months and days added to dates, where they lie beside the repository.
//
// Where the later month is too short for the day there are two roundings. Adding a period rounds
// down, to the last of the month; leaving a window rounds up, to the first of the next: on every
// day of the short month the thing is still inside.
#include <gtest/gtest.h>

#include <cstdio>

#include "base/period.h"
#include "conformance/case_table.h"

namespace hearth::conformance {
namespace {

Date day(const std::string& text) { return parse_date(text).value(); }

// `date` and `[1 years, 2 months, 0 days]`: years and months together, then days.
Date add(Date date, const std::string& period, Date (*add_months)(Date, Period)) {
  int years = 0, months = 0, days = 0;
  EXPECT_EQ(std::sscanf(period.c_str(), "[%d years, %d months, %d days]", &years, &months, &days),
            3);
  return plus(add_months(date, {12 * years + months, Unit::Month}), {days, Unit::Day});
}

TEST(DatesConformance, ExactSumsAreTheSameEitherWay) {
  const auto rows = read_rows("dates_exact_computations");
  if (!rows) GTEST_SKIP() << "dates_exact_computations.csv is not here";
  EXPECT_EQ(rows->size(), 19u);
  for (const auto& row : *rows) {
    EXPECT_EQ(add(day(row[0]), row[1], plus), day(row[2])) << row[0] << row[1];
    EXPECT_EQ(add(day(row[0]), row[1], leaves_window), day(row[2])) << row[0] << row[1];
  }
}

TEST(DatesConformance, AmbiguousSumsAreRoundedDownAndWindowsUp) {
  const auto rows = read_rows("dates_ambiguous_computations");
  if (!rows) GTEST_SKIP() << "dates_ambiguous_computations.csv is not here";
  EXPECT_EQ(rows->size(), 11u);
  for (const auto& row : *rows) {
    EXPECT_EQ(add(day(row[0]), row[1], leaves_window), day(row[2])) << row[0] << row[1];
    EXPECT_EQ(add(day(row[0]), row[1], plus), day(row[3])) << row[0] << row[1];
  }
}

TEST(DatesConformance, FirstAndLastDayOfTheMonth) {
  const auto rows = read_rows("dates_first_last_day_of_month");
  if (!rows) GTEST_SKIP() << "dates_first_last_day_of_month.csv is not here";
  EXPECT_EQ(rows->size(), 2u);
  for (const auto& row : *rows) {
    const auto ymd = year_month_day(day(row[0]));
    const Date first = date_of({ymd.year, ymd.month, 1});
    EXPECT_EQ(first, day(row[1]));
    EXPECT_EQ(plus(first, {1, Unit::Month}) - 1, day(row[2]));
  }
}

}  // namespace
}  // namespace hearth::conformance
