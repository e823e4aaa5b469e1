#include "evaluate/day_counts.h"

#include <algorithm>

namespace hearth {
namespace {

// A window that grows with an open spell has no last change; no plan looks further ahead than this.
const Date kLastDay = date_of({2100, 1, 1});

// Days [first, last] spent in a spell, disjoint and in order.
std::vector<Stretch> joined(std::vector<Stretch> spells) {
  std::ranges::sort(spells, {}, &Stretch::first);
  std::vector<Stretch> result;
  for (const auto& spell : spells) {
    if (!result.empty() && spell.first <= result.back().last) {
      result.back().last = std::max(result.back().last, spell.last);
    } else {
      result.push_back(spell);
    }
  }
  return result;
}

int days_inside(const std::vector<Stretch>& spells, const Interval& interval) {
  int days = 0;
  for (const auto& spell : spells) {
    const Date first = std::max(spell.first, interval.after + 1);
    const Date last = std::min(spell.last, interval.upto);
    if (first <= last) days += last - first + 1;
  }
  return days;
}

// The days on which any of the spells may enter, cross or leave the window.
DaySpan days_that_matter(const std::vector<Stretch>& spells, const WindowDays& window) {
  DaySpan all{kForever, kBeginning};
  for (const auto& spell : spells) {
    const DaySpan days = window.days_of(spell.first, spell.last);
    if (days.empty()) continue;
    all.from = std::min(all.from, days.from);
    all.until = std::max(all.until, std::min(days.until, kLastDay));
  }
  return all;
}

}  // namespace

NumberLine days_line(const std::vector<Occurrence>& found, const WindowDays& window,
                     const Steps<Frame>& frame) {
  std::vector<Stretch> sure, possible;
  for (const auto& one : found) {
    if (one.sure) sure.push_back({one.start, one.sure_end});
    possible.push_back({one.start, one.end});
  }
  sure = joined(std::move(sure));
  possible = joined(std::move(possible));

  Steps<Bounds> days(Bounds::exactly(0));
  const DaySpan matter = days_that_matter(possible, window);
  for (Date day = std::max(matter.from, date_of({1900, 1, 1})); day <= matter.until;
       day = day + 1) {
    const auto interval = window.on(day);
    if (!interval) continue;
    days.then(day, {static_cast<double>(days_inside(sure, *interval)),
                    static_cast<double>(days_inside(possible, *interval))});
  }
  return combine(days, frame, [](const Bounds& inside, Frame f) {
    if (f == Frame::Undefined) return Bounds::at_least(0);
    return f == Frame::Whole ? inside : Bounds::at_least(inside.low);
  });
}

}  // namespace hearth
