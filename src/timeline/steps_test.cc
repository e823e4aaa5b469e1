#include "timeline/steps.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace hearth {
namespace {

constexpr int kDays = 60;

struct Said {
  Date day;
  int value;
};

// Words in order of day, several on some days, some of them repeating the last.
std::vector<Said> some_words() {
  std::vector<Said> words;
  Date day{0};
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    day = day + *rc::gen::inRange(0, 6);
    words.push_back({day, *rc::gen::inRange(0, 3)});
  }
  return words;
}

Steps<int> steps_of(const std::vector<Said>& words) {
  Steps<int> steps(0);
  for (const auto& [day, value] : words) steps.then(day, value);
  return steps;
}

int by_definition(const std::vector<Said>& words, Date day) {
  int value = 0;
  for (const auto& word : words) {
    if (word.day <= day) value = word.value;
  }
  return value;
}

bool canonical(const Steps<int>& steps) {
  int before = steps.initial();
  Date last = kBeginning;
  for (const auto& change : steps.changes()) {
    if (change.from <= last || change.value == before) return false;
    last = change.from;
    before = change.value;
  }
  return true;
}

TEST(Steps, KeepsItsInitialValueBeforeAndItsLastAfter) {
  Steps<int> steps(7);
  EXPECT_TRUE(steps.constant());
  EXPECT_EQ(steps.at(kBeginning), 7);
  EXPECT_EQ(steps.at(kForever), 7);
  steps.then(Date{10}, 8);
  EXPECT_EQ(steps.at(Date{9}), 7);
  EXPECT_EQ(steps.at(Date{10}), 8);
  EXPECT_EQ(steps.at(kForever), 8);
}

TEST(Steps, FromTheBeginningIsTheInitialValue) {
  Steps<int> steps(7);
  steps.then(kBeginning, 3);
  EXPECT_TRUE(steps.constant());
  EXPECT_EQ(steps.initial(), 3);
}

TEST(Steps, TheLastWordOnADayWinsAndLeavesNoTrace) {
  Steps<int> steps(0);
  steps.then(Date{10}, 1);
  steps.then(Date{10}, 0);
  EXPECT_EQ(steps, Steps<int>(0));
}

RC_GTEST_PROP(Steps, SayWhatWasSaid, ()) {
  const auto words = some_words();
  const auto steps = steps_of(words);
  RC_ASSERT(canonical(steps));
  for (Date day{-1}; day < Date{kDays}; day = day + 1) {
    RC_ASSERT(steps.at(day) == by_definition(words, day));
  }
}

RC_GTEST_PROP(Steps, MapAndCombineWorkDayByDay, ()) {
  const auto a = steps_of(some_words());
  const auto b = steps_of(some_words());
  const auto halved = map(a, [](int x) { return x / 2; });
  const auto sum = combine(a, b, [](int x, int y) { return x + y; });
  RC_ASSERT(canonical(halved));
  RC_ASSERT(canonical(sum));
  for (Date day{-1}; day < Date{kDays}; day = day + 1) {
    RC_ASSERT(halved.at(day) == a.at(day) / 2);
    RC_ASSERT(sum.at(day) == a.at(day) + b.at(day));
  }
}

RC_GTEST_PROP(Steps, EqualFunctionsAreEqual, ()) {
  const auto a = steps_of(some_words());
  Steps<int> again(a.at(Date{-1}));
  for (Date day{0}; day < Date{kDays}; day = day + 1) again.then(day, a.at(day));
  RC_ASSERT(again == a);
  RC_ASSERT(combine(a, a, [](int x, int y) { return x - y; }) == Steps<int>(0));
}

}  // namespace
}  // namespace hearth
