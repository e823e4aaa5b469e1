#include "base/period.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace hearth {
namespace {

constexpr Period kMonth{1, Unit::Month};

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(Period, IsWrittenInWords) {
  EXPECT_EQ(to_text({1, Unit::Day}), "1 day");
  EXPECT_EQ(to_text({6, Unit::Month}), "6 months");
  EXPECT_EQ(to_text({0, Unit::Week}), "0 weeks");
  EXPECT_EQ(to_text({2, Unit::Term}), "2 terms");
  EXPECT_EQ(to_text({1, Unit::Year}), "1 year");
}

TEST(Period, MonthsAreClampedToTheEndOfTheMonth) {
  EXPECT_EQ(minus(day("2024-08-31"), {6, Unit::Month}), day("2024-02-29"));
  EXPECT_EQ(minus(day("2023-08-31"), {6, Unit::Month}), day("2023-02-28"));
  EXPECT_EQ(plus(day("2024-01-31"), kMonth), day("2024-02-29"));
  EXPECT_EQ(plus(day("2024-01-30"), kMonth), day("2024-02-29"));
  EXPECT_EQ(plus(day("2024-02-29"), {1, Unit::Year}), day("2025-02-28"));
  EXPECT_EQ(minus(day("2024-02-29"), {4, Unit::Year}), day("2020-02-29"));
  EXPECT_EQ(plus(day("2024-11-30"), {3, Unit::Month}), day("2025-02-28"));
  EXPECT_EQ(minus(day("2024-01-31"), {14, Unit::Month}), day("2022-11-30"));
}

TEST(Period, DaysAndWeeksAreCounted) {
  EXPECT_EQ(plus(day("2024-02-28"), {2, Unit::Day}), day("2024-03-01"));
  EXPECT_EQ(minus(day("2024-03-01"), {13, Unit::Week}), day("2023-12-01"));
}

TEST(Period, TheBoundsStayWhereTheyAre) {
  for (const Unit unit : {Unit::Day, Unit::Week, Unit::Month, Unit::Year}) {
    const Period period{7, unit};
    for (const Date bound : {kBeginning, kForever}) {
      EXPECT_EQ(plus(bound, period), bound);
      EXPECT_EQ(minus(bound, period), bound);
      EXPECT_EQ(leaves_window(bound, period), bound);
    }
  }
}

TEST(LeavesWindow, IsNotSimplyLater) {
  // 31 August less six months is 29 February; so are 29 and 30 August.
  EXPECT_EQ(leaves_window(day("2024-02-29"), {6, Unit::Month}), day("2024-08-29"));
  // No day less one month is 30 or 31 January, so both leave on the first day that reaches past.
  EXPECT_EQ(leaves_window(day("2024-01-30"), kMonth), day("2024-03-01"));
  EXPECT_EQ(leaves_window(day("2024-01-31"), kMonth), day("2024-03-01"));
}

Period any_period() {
  const auto unit = *rc::gen::element(Unit::Day, Unit::Week, Unit::Month, Unit::Year);
  return {*rc::gen::inRange(1, unit == Unit::Day ? 800 : 30), unit};
}

RC_GTEST_PROP(LeavesWindow, IsTheFirstDayTheWindowIsClear, ()) {
  const Date start{*rc::gen::inRange(10'000, 25'000)};
  const auto period = any_period();
  const Date leaves = leaves_window(start, period);
  RC_ASSERT(minus(leaves, period) >= start);
  for (int back = 1; back <= 40; ++back) RC_ASSERT(minus(leaves - back, period) < start);
}

RC_GTEST_PROP(Period, NeitherDirectionEverGoesBack, ()) {
  const Date date{*rc::gen::inRange(10'000, 25'000)};
  const auto period = any_period();
  RC_ASSERT(minus(date, period) <= minus(date + 1, period));
  RC_ASSERT(plus(date, period) <= plus(date + 1, period));
  RC_ASSERT(minus(date, period) < date);
  RC_ASSERT(plus(date, period) > date);
}

RC_GTEST_PROP(Period, MonthsKeepTheDayOrTakeTheLast, ()) {
  const Date date{*rc::gen::inRange(-30'000, 60'000)};
  const int months = *rc::gen::inRange(-100, 100);
  const auto from = year_month_day(date);
  const auto to = year_month_day(plus(date, {months, Unit::Month}));
  RC_ASSERT(to.year * 12 + to.month == from.year * 12 + from.month + months);
  const auto last = year_month_day(
      date_of({to.month == 12 ? to.year + 1 : to.year, to.month == 12 ? 1 : to.month + 1, 1}) - 1);
  RC_ASSERT(to.day == std::min(from.day, last.day));
}

RC_GTEST_PROP(Period, AYearIsTwelveMonths, ()) {
  const Date date{*rc::gen::inRange(-30'000, 60'000)};
  const int years = *rc::gen::inRange(0, 50);
  RC_ASSERT(plus(date, {years, Unit::Year}) == plus(date, {12 * years, Unit::Month}));
  RC_ASSERT(minus(date, {years, Unit::Year}) == minus(date, {12 * years, Unit::Month}));
}

}  // namespace
}  // namespace hearth
