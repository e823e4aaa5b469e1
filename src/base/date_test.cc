#include "base/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

namespace hearth {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(Date, CountsFrom1970) {
  EXPECT_EQ(date_of({1970, 1, 1}).days, 0);
  EXPECT_EQ(date_of({1969, 12, 31}).days, -1);
  EXPECT_EQ(date_of({2000, 3, 1}) - date_of({2000, 2, 28}), 2);
  EXPECT_EQ(date_of({1900, 3, 1}) - date_of({1900, 2, 28}), 1);
}

TEST(Date, ReadsOnlyTheOneForm) {
  EXPECT_EQ(parse_date("2024-02-29"), date_of({2024, 2, 29}));
  for (const auto* text :
       {"2023-02-29", "2100-02-29", "2024-2-29", "2024-02-29 ", " 2024-02-2", "29/02/2024", "",
        "2024-00-10", "2024-13-01", "2024-01-00", "2024-04-31", "2024-0a-01", "+024-01-01",
        "2024/01/01", "20240101", "-024-01-01", "2024-01--1"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Date, BoundsAreNeverPrintedAsDates) {
  EXPECT_EQ(to_text(kBeginning), "the beginning");
  EXPECT_EQ(to_text(kForever), "open");
  EXPECT_EQ(to_text(date_of({987, 6, 5})), "0987-06-05");
  EXPECT_LT(kBeginning, date_of({1, 1, 1}));
  EXPECT_GT(kForever, date_of({9999, 12, 31}));
}

RC_GTEST_PROP(Date, IsTheSameDayAsChronos, ()) {
  const auto days = *rc::gen::inRange(-700'000, 2'900'000);
  const std::chrono::year_month_day expected{std::chrono::sys_days{std::chrono::days{days}}};
  const auto ymd = year_month_day(Date{days});
  RC_ASSERT(ymd.year == int{expected.year()});
  RC_ASSERT(ymd.month == static_cast<int>(unsigned{expected.month()}));
  RC_ASSERT(ymd.day == static_cast<int>(unsigned{expected.day()}));
  RC_ASSERT(date_of(ymd) == Date{days});
}

RC_GTEST_PROP(Date, IsReadAsItIsPrinted, ()) {
  const Date date{*rc::gen::inRange(-700'000, 2'900'000)};
  RC_ASSERT(parse_date(to_text(date)) == date);
}

RC_GTEST_PROP(Date, PrintsInTheOrderOfTime, ()) {
  const Date a{*rc::gen::inRange(0, 60'000)};
  const Date b{*rc::gen::inRange(0, 60'000)};
  RC_ASSERT((a < b) == (to_text(a) < to_text(b)));
}

TEST(Age, TurnsOnTheBirthday) {
  const Date born = day("2010-09-15");
  EXPECT_EQ(age_on(born, day("2024-09-14")), 13);
  EXPECT_EQ(age_on(born, day("2024-09-15")), 14);
  EXPECT_EQ(age_on(born, born), 0);
  EXPECT_LT(age_on(born, born - 1), 0);
}

TEST(Age, BornOnALeapDayTurnsInMarch) {
  const Date born = day("2008-02-29");
  EXPECT_EQ(birthday(born, 18), day("2026-03-01"));
  EXPECT_EQ(birthday(born, 16), day("2024-02-29"));
  EXPECT_EQ(age_on(born, day("2026-02-28")), 17);
  EXPECT_EQ(age_on(born, day("2026-03-01")), 18);
  EXPECT_EQ(birthday(day("2000-02-29"), 100), day("2100-03-01"));
}

RC_GTEST_PROP(Age, IsTheNumberOfBirthdaysPassed, ()) {
  const Date born{*rc::gen::inRange(-10'000, 20'000)};
  const Date on = born + *rc::gen::inRange(0, 40'000);
  int passed = 0;
  while (birthday(born, passed + 1) <= on) ++passed;
  RC_ASSERT(age_on(born, on) == passed);
}

}  // namespace
}  // namespace hearth
