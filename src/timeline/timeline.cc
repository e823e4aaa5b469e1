#include "timeline/timeline.h"

namespace hearth {
namespace {

// Calls f(first, end, value) for each stretch [first, end) of one value.
template <typename F>
void for_each_stretch(const Timeline& timeline, F f) {
  Date first = kBeginning;
  Truth value = timeline.initial();
  for (const auto& change : timeline.changes()) {
    f(first, change.from, value);
    first = change.from;
    value = change.value;
  }
  f(first, kForever, value);
}

// The first day on which nothing before `end` is inside the window any longer.
Date window_clear_of(Date end, Period period) {
  return end >= kForever ? kForever : leaves_window(end - 1, period);
}

Timeline lasting_terms(const Timeline& condition, int count, const TermCalendar& terms) {
  Timeline result(Truth::Unknown);
  const auto all = terms.terms();
  for (std::size_t ended = count; count > 0 && ended <= all.size(); ++ended) {
    const Date begin = all[ended - count].first;
    const Date from = all[ended - 1].last;
    const Date until = ended < all.size() ? all[ended].last : kForever;
    Truth so_far = Truth::NotApplicable;
    for_each_stretch(condition, [&](Date first, Date end, Truth value) {
      if (end <= begin || first >= until) return;
      so_far = both(so_far, value);
      result.then(std::max(first, from), so_far);
    });
  }
  return result;
}

// Yes where no stretch of No or Unknown touches the window, else the worse of the two.
Timeline unspoilt(const Timeline& condition, Period period) {
  // A stretch that is not yes spoils every window that touches it, and no day before or after.
  Timeline spoilt_by_no(Truth::Yes), spoilt_by_unknown(Truth::Yes);
  for_each_stretch(condition, [&](Date first, Date end, Truth value) {
    if (value != Truth::No && value != Truth::Unknown) return;
    Timeline& spoilt = value == Truth::No ? spoilt_by_no : spoilt_by_unknown;
    // The stretch before may still be spoiling days on or after `first`: they stay spoilt.
    if (!spoilt.changes().empty() && spoilt.changes().back().from > first) {
      spoilt.then(spoilt.changes().back().from, value);
    } else {
      spoilt.then(first, value);
    }
    const Date clear = window_clear_of(end, period);
    if (clear < kForever) spoilt.then(clear, Truth::Yes);
  });
  return both(spoilt_by_no, spoilt_by_unknown);
}

Truth weeks_on(const Timeline& condition, Date day, int needed, int of) {
  int sure = 0, possible = 0, about_somebody = 0;
  for (int week = 0; week < of; ++week) {
    Truth all_days = Truth::NotApplicable;
    for (int i = 0; i < 7; ++i) all_days = both(all_days, condition.at(day - (7 * week + i)));
    about_somebody += all_days != Truth::NotApplicable;
    sure += all_days == Truth::Yes;
    possible += all_days == Truth::Yes || all_days == Truth::Unknown;
  }
  if (about_somebody == 0) return Truth::NotApplicable;
  return sure >= needed ? Truth::Yes : possible >= needed ? Truth::Unknown : Truth::No;
}

// Whether a connective that passes over `neutral` makes of line and other just the other.
bool changes_nothing(const Timeline& line, Truth neutral, const Timeline& other) {
  if (!line.constant()) return false;
  return line.initial() == Truth::NotApplicable ||
         (line.initial() == neutral && !ever(other, Truth::NotApplicable));
}

}  // namespace

Timeline both(const Timeline& a, const Timeline& b) {
  if (changes_nothing(a, Truth::Yes, b) || always(b, Truth::No)) return b;
  if (changes_nothing(b, Truth::Yes, a) || always(a, Truth::No)) return a;
  return combine(a, b, [](Truth x, Truth y) { return both(x, y); });
}

Timeline either(const Timeline& a, const Timeline& b) {
  if (changes_nothing(a, Truth::No, b) || always(b, Truth::Yes)) return b;
  if (changes_nothing(b, Truth::No, a) || always(a, Truth::Yes)) return a;
  return combine(a, b, [](Truth x, Truth y) { return either(x, y); });
}

Timeline opposite(const Timeline& a) {
  return map(a, [](Truth x) { return opposite(x); });
}

Timeline lasting(const Timeline& condition, Period period, const TermCalendar& terms) {
  if (period.unit == Unit::Term) return lasting_terms(condition, period.count, terms);
  const auto whole = unspoilt(condition, period);
  const auto about_nobody =
      unspoilt(map(condition, [](Truth t) { return truth_of(t == Truth::NotApplicable); }), period);
  return combine(whole, about_nobody, [](Truth t, Truth nobody) {
    return nobody == Truth::Yes ? Truth::NotApplicable : t;
  });
}

Timeline wholly_after(Date day, Period period, const TermCalendar& terms) {
  Timeline line(Truth::No);
  if (period.unit != Unit::Term) {
    line.then(leaves_window(day, period), Truth::Yes);
  } else if (const auto next = terms.first_after(day, period.count); !next.empty()) {
    line.then(next.back().last, Truth::Yes);
  }
  return line;
}

Timeline lasting_weeks(const Timeline& condition, int weeks_needed, int weeks_of) {
  Timeline result(weeks_on(condition, kBeginning, weeks_needed, weeks_of));
  if (condition.constant()) return result;
  const Date last = condition.changes().back().from + 7 * weeks_of;
  for (Date day = condition.changes().front().from; day <= last; day = day + 1) {
    result.then(day, weeks_on(condition, day, weeks_needed, weeks_of));
  }
  return result;
}

std::optional<Date> first_day(const Timeline& timeline, Truth value, Date first, Date last) {
  if (first > last) return std::nullopt;
  if (timeline.at(first) == value) return first;
  for (const auto& change : timeline.changes()) {
    if (change.from > last) break;
    if (change.from > first && change.value == value) return change.from;
  }
  return std::nullopt;
}

Date standing_since(const Timeline& timeline, Date day, Date first) {
  const auto& changes = timeline.changes();
  const auto after = std::ranges::upper_bound(changes, day, {}, &Timeline::Change::from);
  if (after == changes.begin()) return first;
  return std::max(first, std::prev(after)->from);
}

}  // namespace hearth
