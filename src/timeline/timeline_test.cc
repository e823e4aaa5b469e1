#include "timeline/timeline.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth {
namespace {

constexpr Truth N = Truth::No, U = Truth::Unknown, Y = Truth::Yes, A = Truth::NotApplicable;
constexpr Date kFirst{19'700}, kLast{20'000};

Date day(std::string_view text) { return parse_date(text).value(); }

Timeline some_timeline() {
  Timeline timeline(*rc::gen::element(N, U, Y, A));
  Date from = kFirst;
  const int count = *rc::gen::inRange(0, 9);
  for (int i = 0; i < count; ++i) {
    from = from + *rc::gen::weightedOneOf<int>(
                      {{3, rc::gen::inRange(0, 10)}, {1, rc::gen::inRange(10, 90)}});
    timeline.then(from, *rc::gen::weightedElement<Truth>({{2, N}, {2, U}, {6, Y}, {2, A}}));
  }
  return timeline;
}

Truth all_of(const Timeline& timeline, Date after, Date last) {
  Truth all = A;
  for (Date d = after + 1; d <= last; d = d + 1) all = both(all, timeline.at(d));
  return all;
}

RC_GTEST_PROP(Timeline, ConnectivesWorkDayByDay, ()) {
  const auto a = some_timeline(), b = some_timeline();
  const auto and_ = both(a, b), or_ = either(a, b), not_ = opposite(a);
  for (Date d = kFirst - 1; d <= kLast; d = d + 1) {
    RC_ASSERT(and_.at(d) == both(a.at(d), b.at(d)));
    RC_ASSERT(or_.at(d) == either(a.at(d), b.at(d)));
    RC_ASSERT(not_.at(d) == opposite(a.at(d)));
  }
}

RC_GTEST_PROP(Lasting, IsAndOverEveryDayOfThePeriod, ()) {
  const auto a = some_timeline();
  const auto unit = *rc::gen::element(Unit::Day, Unit::Week, Unit::Month);
  const Period period{*rc::gen::inRange(1, unit == Unit::Day ? 60 : 5), unit};
  const auto lasts = lasting(a, period, {});
  for (Date d = kFirst - 1; d <= kLast; d = d + 1) {
    RC_ASSERT(lasts.at(d) == all_of(a, minus(d, period), d));
  }
}

TermCalendar some_terms() {
  std::vector<Term> terms;
  Date next = kFirst - 40;
  const int count = *rc::gen::inRange(0, 7);
  for (int i = 0; i < count; ++i) {
    next = next + *rc::gen::inRange(1, 30);
    const Date last = next + *rc::gen::inRange(0, 50);
    terms.push_back({std::to_string(i), next, last});
    next = last;
  }
  return TermCalendar(std::move(terms));
}

RC_GTEST_PROP(Lasting, OfTermsRunsFromTheFirstOfThem, ()) {
  const auto a = some_timeline();
  const auto terms = some_terms();
  const int n = *rc::gen::inRange(1, 4);
  const auto lasts = lasting(a, {n, Unit::Term}, terms);
  for (Date d = kFirst - 50; d <= kLast; d = d + 1) {
    const auto ended = terms.last_ended(d, n);
    RC_ASSERT(lasts.at(d) == (ended.empty() ? U : all_of(a, ended.front().first - 1, d)));
  }
}

Truth weeks_by_definition(const Timeline& a, Date d, int needed, int of) {
  int sure = 0, possible = 0, about_somebody = 0;
  for (int week = 0; week < of; ++week) {
    const Truth whole_week = all_of(a, d - 7 * (week + 1), d - 7 * week);
    about_somebody += whole_week != A;
    sure += whole_week == Y;
    possible += whole_week == Y || whole_week == U;
  }
  if (about_somebody == 0) return A;
  return sure >= needed ? Y : possible >= needed ? U : N;
}

RC_GTEST_PROP(LastingWeeks, CountsBlocksOfSevenDays, ()) {
  const auto a = some_timeline();
  const int of = *rc::gen::inRange(1, 8);
  const int needed = *rc::gen::inRange(1, of + 1);
  const auto lasts = lasting_weeks(a, needed, of);
  for (Date d = kFirst - 1; d <= kLast + 60; d = d + 1) {
    RC_ASSERT(lasts.at(d) == weeks_by_definition(a, d, needed, of));
  }
}

TEST(Lasting, OneBadDaySpoilsThePeriodAfterIt) {
  Timeline a(Y);
  a.then(day("2024-01-31"), N);
  a.then(day("2024-02-01"), Y);
  const auto lasts = lasting(a, {1, Unit::Month}, {});
  EXPECT_EQ(lasts.at(day("2024-01-30")), Y);
  EXPECT_EQ(lasts.at(day("2024-01-31")), N);
  EXPECT_EQ(lasts.at(day("2024-02-29")), N);
  EXPECT_EQ(lasts.at(day("2024-03-01")), Y);
}

TEST(Lasting, AConstantLastsForEver) {
  for (const Truth t : {N, U, Y, A}) {
    EXPECT_EQ(lasting(Timeline(t), {3, Unit::Month}, {}), Timeline(t));
    EXPECT_EQ(lasting_weeks(Timeline(t), 2, 3), Timeline(t));
    EXPECT_EQ(lasting(Timeline(t), {1, Unit::Term}, {}), Timeline(U));
  }
}

TEST(LastingWeeks, OneBadDayCostsOneWeek) {
  Timeline a(Y);
  a.then(kFirst, N);
  a.then(kFirst + 1, Y);
  EXPECT_EQ(lasting_weeks(a, 2, 3).at(kFirst + 5), Y);
  EXPECT_EQ(lasting_weeks(a, 3, 3).at(kFirst + 5), N);
  EXPECT_EQ(lasting_weeks(a, 3, 3).at(kFirst + 21), Y);
}

RC_GTEST_PROP(FirstDay, IsTheFirstWithinTheDays, ()) {
  const auto a = some_timeline();
  const Truth value = *rc::gen::element(N, U, Y, A);
  const Date first = kFirst + *rc::gen::inRange(-5, 100);
  const Date last = first + *rc::gen::inRange(-3, 100);
  std::optional<Date> expected;
  for (Date d = last; d >= first; d = d - 1) {
    if (a.at(d) == value) expected = d;
  }
  RC_ASSERT(first_day(a, value, first, last) == expected);
}

RC_GTEST_PROP(StandingSince, GoesBackToTheLastChange, ()) {
  const auto a = some_timeline();
  const Date first = kFirst + *rc::gen::inRange(-5, 100);
  const Date on = first + *rc::gen::inRange(0, 100);
  Date expected = on;
  while (expected > first && a.at(expected - 1) == a.at(on)) expected = expected - 1;
  RC_ASSERT(standing_since(a, on, first) == expected);
}

}  // namespace
}  // namespace hearth
