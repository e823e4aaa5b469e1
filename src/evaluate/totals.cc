#include "evaluate/totals.h"

#include <algorithm>
#include <span>

namespace hearth {
namespace {

// What records weigh together. `boundless` counts those that may weigh anything.
struct Total {
  double sure = 0;
  double possible = 0;
  int boundless = 0;

  Total& operator+=(const Total& other) {
    sure += other.sure;
    possible += other.possible;
    boundless += other.boundless;
    return *this;
  }
  Total& operator-=(const Total& other) {
    sure -= other.sure;
    possible -= other.possible;
    boundless -= other.boundless;
    return *this;
  }
};

Bounds bounds_of(const Total& total, Frame frame) {
  if (frame == Frame::Undefined) return Bounds::at_least(0);
  if (frame == Frame::Open || total.boundless > 0) return Bounds::at_least(total.sure);
  return {total.sure, total.possible};
}

// The same of records that weigh one each, for sure.
Bounds bounds_of(int count, Frame frame) {
  if (frame == Frame::Undefined) return Bounds::at_least(0);
  return frame == Frame::Open ? Bounds::at_least(count) : Bounds::exactly(count);
}

// What starts or stops weighing on a day.
template <typename Weight>
struct Shift {
  Date day;
  Weight weight;
};

// In order of day, and mostly added in it: records are in order, and a window keeps them so.
template <typename Weight>
class Shifts {
 public:
  void add(Date day, const Weight& weight) {
    in_order_ = in_order_ && (shifts_.empty() || shifts_.back().day <= day);
    shifts_.push_back({day, weight});
  }
  std::span<const Shift<Weight>> in_order() {
    if (!in_order_) std::ranges::sort(shifts_.items(), {}, &Shift<Weight>::day);
    return shifts_.items();
  }

 private:
  bool in_order_ = true;
  ShortList<Shift<Weight>, 12> shifts_;
};

template <typename Item>
Date next_day(std::span<const Item> items, Date Item::* day) {
  return items.empty() ? kForever : items.front().*day;
}

// The sum of all that has come and not gone by each day, as far as the frame lets it be told.
// `seen_as` answers what of its bounds is wanted.
template <typename Weight, typename SeenAs>
auto running_total(std::span<const Shift<Weight>> coming, std::span<const Shift<Weight>> going,
                   const Steps<Frame>& frame, SeenAs seen_as) {
  Weight total{};
  Frame whole = frame.initial();
  Steps line(seen_as(bounds_of(total, whole)));
  auto turns = frame.changes();
  for (;;) {
    const Date comes = next_day(coming, &Shift<Weight>::day);
    const Date goes = next_day(going, &Shift<Weight>::day);
    const Date turn = next_day(turns, &Steps<Frame>::Change::from);
    const Date day = std::min({comes, goes, turn});
    if (day >= kForever) return line;
    for (; next_day(turns, &Steps<Frame>::Change::from) == day; turns = turns.subspan(1)) {
      whole = turns.front().value;
    }
    for (; next_day(coming, &Shift<Weight>::day) == day; coming = coming.subspan(1)) {
      total += coming.front().weight;
    }
    for (; next_day(going, &Shift<Weight>::day) == day; going = going.subspan(1)) {
      total -= going.front().weight;
    }
    line.then(day, seen_as(bounds_of(total, whole)));
  }
}

// The days on which one occurrence is in the window and no earlier part of the same record is: a
// spell cut by a gap in membership counts once.
DaySpan own_days(const std::vector<Occurrence>& found, std::size_t i, const WindowDays& window,
                 Date Occurrence::* end) {
  DaySpan days = both(window.days_of(found[i].start, found[i].*end), found[i].when);
  for (std::size_t j = 0; found[i].resumes && j < i; ++j) {
    if (!(found[j].record == found[i].record) || found[j].start > found[j].*end) continue;
    const DaySpan earlier = window.days_of(found[j].start, found[j].*end);
    if (!earlier.empty()) days.from = std::max(days.from, earlier.until);
  }
  return days;
}

// Most counts are of records that are all there for sure, and whole.
bool each_weighs_one(const Summed& summed) {
  return summed.weights.empty() && std::ranges::all_of(summed.found, [](const Occurrence& one) {
           return one.sure && one.sure_end == one.end;
         });
}

// Calls f(end, weight) with what a record weighs, up to which of its ends: all it may weigh as far
// as it may stand, and what it surely weighs, where that is another day, as far as it surely does.
template <typename F>
void each_weight(const Summed& summed, std::size_t i, Total, F f) {
  const auto& one = summed.found[i];
  const double weight = summed.weights.empty() ? 1 : summed.weights[i];
  const bool known = is_known(weight);
  const bool sure = one.sure && known && one.start <= one.sure_end;
  const bool wholly = sure && one.sure_end == one.end;
  f(&Occurrence::end, Total{wholly ? weight : 0, known ? weight : 0, known ? 0 : 1});
  if (sure && !wholly) f(&Occurrence::sure_end, Total{weight, 0, 0});
}

template <typename F>
void each_weight(const Summed&, std::size_t, int, F f) {
  f(&Occurrence::end, 1);
}

// Whether an occurrence lies in a window's days and no earlier part of the same record does.
bool lies_in(const Interval& days, const std::vector<Occurrence>& found, std::size_t i,
             Date Occurrence::* end) {
  const auto meets = [&](const Occurrence& one) {
    return one.start <= days.upto && days.after < one.*end;
  };
  if (!meets(found[i])) return false;
  for (std::size_t j = 0; found[i].resumes && j < i; ++j) {
    if (found[j].record == found[i].record && found[j].start <= found[j].*end && meets(found[j])) {
      return false;
    }
  }
  return true;
}

// Over a window that holds the same days from one turn to the next, and so the same records.
template <typename Weight, typename SeenAs>
auto pieced_sum(const Summed& summed, SeenAs seen_as) {
  const auto& [found, weights, window, frame, asked] = summed;
  const auto seen = [&](const Weight& total, Frame whole) {
    return seen_as(bounds_of(total, whole));
  };
  Steps line(seen(Weight{}, Frame::Undefined));  // where there is no piece
  Date until = kForever;                         // of the piece before
  std::size_t current = 0;  // those before ended too early for this piece and all later ones
  window.each_piece(asked, [&](const WindowDays::Piece& piece) {
    const auto& [after, upto] = piece.interval;
    while (current < found.size() && found[current].end <= after) ++current;
    Weight total{};
    for (auto i = current; i < found.size() && found[i].start <= upto; ++i) {
      each_weight(summed, i, Weight{}, [&](Date Occurrence::* end, const Weight& weight) {
        if (lies_in(piece.interval, found, i, end)) total += weight;
      });
    }
    if (until < piece.from) line.then(until, seen(Weight{}, Frame::Undefined));
    line.then(piece.from, seen(total, frame.at(piece.from)));
    until = piece.until;
  });
  if (until < kForever) line.then(until, seen(Weight{}, Frame::Undefined));
  return line;
}

// The last day that what the window holds on the first day asked about leaves out: no record that
// ended by it is ever in the window later.
Date gone_by(const Summed& summed) {
  const auto first = summed.window.on(summed.asked.from);
  return first ? first->after : kBeginning;
}

template <typename Weight, typename SeenAs>
auto rolling_sum(const Summed& summed, SeenAs seen_as) {
  const auto& [found, weights, window, frame, asked] = summed;
  const Date gone = gone_by(summed);
  Shifts<Weight> coming, going;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].end <= gone) continue;
    each_weight(summed, i, Weight{}, [&](Date Occurrence::* end, const Weight& weight) {
      const DaySpan days = own_days(found, i, window, end);
      if (days.empty() || !days.meets(asked)) return;
      coming.add(days.from, weight);
      if (days.until < kForever) going.add(days.until, weight);
    });
  }
  return running_total(coming.in_order(), going.in_order(), frame, seen_as);
}

template <typename Weight, typename SeenAs>
auto total_of(const Summed& summed, SeenAs seen_as) {
  const bool whole_pieces =
      summed.window.in_pieces() &&
      std::ranges::all_of(summed.found, [](const Occurrence& one) { return one.when == kAlways; });
  return whole_pieces ? pieced_sum<Weight>(summed, seen_as) : rolling_sum<Weight>(summed, seen_as);
}

template <typename SeenAs>
auto total(const Summed& summed, SeenAs seen_as) {
  return each_weighs_one(summed) ? total_of<int>(summed, seen_as)
                                 : total_of<Total>(summed, seen_as);
}

// Whether any number of records from 1 up compares alike, as it does for `had` and `no`.
bool only_whether_any(Comparison comparison, Bounds limit) {
  const auto some = compare(Bounds::at_least(1), comparison, limit);
  return some != Truth::Unknown && compare(Bounds::exactly(1), comparison, limit) == some;
}

// Whether records come into the window in the order they are in: no part of one counts later.
bool comes_in_order(const Summed& summed) {
  return !summed.window.in_pieces() &&
         std::ranges::none_of(summed.found, [](const Occurrence& one) {
           return one.resumes || one.when != kAlways;
         });
}

// Whether any record is in the window: the days of one run into those of the next.
Timeline any_in_window(const Summed& summed) {
  Timeline line(Truth::No);
  DaySpan run;
  const Date gone = gone_by(summed);
  for (std::size_t i = 0; i < summed.found.size(); ++i) {
    if (summed.found[i].end <= gone) continue;
    const auto days = own_days(summed.found, i, summed.window, &Occurrence::end);
    if (days.empty() || !days.meets(summed.asked)) continue;
    if (run.empty() || run.until < days.from) {
      if (!run.empty()) line.then(run.until, Truth::No);
      line.then(days.from, Truth::Yes);
      run = days;
    }
    run.until = std::max(run.until, days.until);
  }
  if (run.until < kForever) line.then(run.until, Truth::No);
  return line;
}

}  // namespace

NumberLine sum_line(const Summed& summed) {
  return total(summed, [](const Bounds& bounds) { return bounds; });
}

Timeline compared_sum(const Summed& summed, Comparison comparison, Bounds limit) {
  if (only_whether_any(comparison, limit) && comes_in_order(summed) && each_weighs_one(summed)) {
    return combine(any_in_window(summed), summed.frame, [&](Truth any, Frame frame) {
      return compare(bounds_of(any == Truth::Yes ? 1 : 0, frame), comparison, limit);
    });
  }
  return total(summed, [&](const Bounds& bounds) { return compare(bounds, comparison, limit); });
}

}  // namespace hearth
