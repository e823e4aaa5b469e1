// A value over time: a function from every civil day to T, kept as the days on which it changes.
//
// Steps<Truth> is a timeline of a condition, Steps<Bounds> of a number. It is total: before its
// first change it has its initial value, after its last change it keeps that value for ever.
// Invariant: changes are in order of day, and no change repeats the value before it, so two equal
// functions are equal member by member.
#pragma once

#include <algorithm>
#include <span>
#include <utility>

#include "base/date.h"
#include "timeline/short_list.h"

namespace hearth {

template <typename T>
class Steps {
 public:
  struct Change {
    Date from;
    T value;

    bool operator==(const Change&) const = default;
  };

  Steps() = default;
  explicit Steps(T always) : initial_(always) {}

  bool operator==(const Steps&) const = default;

  const T& initial() const { return initial_; }
  std::span<const Change> changes() const { return changes_.items(); }
  bool constant() const { return changes_.empty(); }

  const T& at(Date day) const {
    const auto all = changes();
    const auto after = std::ranges::upper_bound(all, day, {}, &Change::from);
    return after == all.begin() ? initial_ : std::prev(after)->value;
  }

  // Says that from `day` on the value is `value`. Days must not go back; the last word on a day
  // wins.
  void then(Date day, T value) {
    if (day <= kBeginning) {
      initial_ = value;
      return;
    }
    if (!changes_.empty() && changes_.back().from == day) changes_.pop_back();
    later(day, value);
  }

  // The same of a day after all that was said before.
  void later(Date day, T value) {
    const T& before = changes_.empty() ? initial_ : changes_.back().value;
    if (!(before == value)) changes_.push_back({day, value});
  }

 private:
  static constexpr std::size_t kInside = 8;

  T initial_{};
  ShortList<Change, kInside> changes_;
};

// The same from `first` up to but not including `end`, and no changes on other days.
template <typename T>
Steps<T> clipped(const Steps<T>& steps, Date first, Date end) {
  Steps<T> result(steps.at(first));
  for (const auto& change : steps.changes()) {
    if (change.from > first && change.from < end) result.later(change.from, change.value);
  }
  return result;
}

// f of the value on every day.
template <typename T, typename F>
auto map(const Steps<T>& steps, F f) {
  Steps<decltype(f(steps.initial()))> result(f(steps.initial()));
  for (const auto& change : steps.changes()) result.later(change.from, f(change.value));
  return result;
}

// f of the two values on every day.
template <typename A, typename B, typename F>
auto combine(const Steps<A>& a, const Steps<B>& b, F f) {
  const A* left = &a.initial();
  const B* right = &b.initial();
  Steps<decltype(f(*left, *right))> result(f(*left, *right));
  const auto lefts = a.changes();
  const auto rights = b.changes();
  auto i = lefts.begin();
  auto j = rights.begin();
  while (i != lefts.end() || j != rights.end()) {
    const bool take_left = j == rights.end() || (i != lefts.end() && i->from <= j->from);
    const bool take_right = i == lefts.end() || (j != rights.end() && j->from <= i->from);
    const Date day = take_left ? i->from : j->from;
    if (take_left) left = &(i++)->value;
    if (take_right) right = &(j++)->value;
    result.later(day, f(*left, *right));
  }
  return result;
}

}  // namespace hearth
