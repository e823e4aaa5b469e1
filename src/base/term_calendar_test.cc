#include "base/term_calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace hearth {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

const TermCalendar& year() {
  static const TermCalendar kCalendar({{"autumn", day("2023-09-04"), day("2023-12-20")},
                                       {"spring", day("2024-01-08"), day("2024-03-27")},
                                       {"summer", day("2024-04-15"), day("2024-07-22")}});
  return kCalendar;
}

TEST(TermCalendar, ATermHasEndedOnItsLastDay) {
  EXPECT_TRUE(year().last_ended(day("2023-12-19"), 1).empty());
  ASSERT_EQ(year().last_ended(day("2023-12-20"), 1).size(), 1u);
  EXPECT_EQ(year().last_ended(day("2024-03-27"), 2).front().name, "autumn");
  EXPECT_EQ(year().last_ended(day("2024-03-27"), 2).back().name, "spring");
  EXPECT_EQ(year().last_ended(day("2024-07-21"), 1).front().name, "spring");
}

TEST(TermCalendar, ATermThatStartsTodayDoesNotStartAfterToday) {
  EXPECT_EQ(year().first_after(day("2024-01-07"), 1).front().name, "spring");
  EXPECT_EQ(year().first_after(day("2024-01-08"), 1).front().name, "summer");
}

TEST(TermCalendar, HasAllTheTermsAskedForOrNone) {
  EXPECT_TRUE(year().last_ended(day("2024-12-31"), 4).empty());
  EXPECT_EQ(year().last_ended(day("2024-12-31"), 3).size(), 3u);
  EXPECT_TRUE(year().first_after(day("2024-01-08"), 2).empty());
  EXPECT_TRUE(year().first_after(day("2025-01-01"), 1).empty());
  EXPECT_EQ(year().first_after(kBeginning, 3).size(), 3u);
}

TEST(TermCalendar, WithoutTermsAnswersNothing) {
  const TermCalendar none;
  EXPECT_TRUE(none.empty());
  EXPECT_TRUE(none.last_ended(kForever, 1).empty());
  EXPECT_TRUE(none.first_after(kBeginning, 1).empty());
  EXPECT_EQ(none.find("autumn"), nullptr);
}

TEST(TermCalendar, FindsByName) {
  EXPECT_EQ(year().find("spring")->first, day("2024-01-08"));
  EXPECT_EQ(year().find("Spring"), nullptr);
}

RC_GTEST_PROP(TermCalendar, LastEndedAndFirstAfterAreWhatTheySay, ()) {
  std::vector<Term> terms;
  Date next{19'000};
  for (int i = 0; i < *rc::gen::inRange(0, 8); ++i) {
    next = next + *rc::gen::inRange(1, 30);
    const Date last = next + *rc::gen::inRange(0, 40);
    terms.push_back({std::to_string(i), next, last});
    next = last;
  }
  const Date on{*rc::gen::inRange(18'990, 19'400)};
  const int n = *rc::gen::inRange(1, 4);
  std::vector<Term> ended, later;
  for (const auto& term : terms) {
    if (term.last <= on) ended.push_back(term);
    if (term.first > on) later.push_back(term);
  }
  const TermCalendar calendar(terms);
  const auto last = calendar.last_ended(on, n);
  const auto first = calendar.first_after(on, n);
  RC_ASSERT(std::ssize(last) == (std::ssize(ended) < n ? 0 : n));
  RC_ASSERT(std::ssize(first) == (std::ssize(later) < n ? 0 : n));
  if (!last.empty()) RC_ASSERT(last.back() == ended.back());
  if (!first.empty()) RC_ASSERT(first.front() == later.front());
}

}  // namespace
}  // namespace hearth
