#include "evaluate/totals.h"

#include <algorithm>
#include <span>

namespace hearth {
namespace {

// `boundless` counts records that may weigh anything.
struct Total {
  double sure = 0;
  double possible = 0;
  int boundless = 0;

  void add(const Total& other, int times = 1) {
    sure += times * other.sure;
    possible += times * other.possible;
    boundless += times * other.boundless;
  }
};

// What starts or stops weighing on a day.
struct Shift {
  Date day;
  Total weight;
};

// In order of day, and mostly added in it: records are in order, and a window keeps them so.
class Shifts {
 public:
  void add(Date day, const Total& weight) {
    in_order_ = in_order_ && (shifts_.empty() || shifts_.back().day <= day);
    shifts_.push_back({day, weight});
  }
  std::span<const Shift> in_order() {
    if (!in_order_) std::ranges::sort(shifts_.items(), {}, &Shift::day);
    return shifts_.items();
  }

 private:
  bool in_order_ = true;
  ShortList<Shift, 12> shifts_;
};

Bounds bounds_of(const Total& total, Frame frame) {
  if (frame == Frame::Undefined) return Bounds::at_least(0);
  if (frame == Frame::Open || total.boundless > 0) return Bounds::at_least(total.sure);
  return {total.sure, total.possible};
}

// The sum of all that has come and not gone by each day, as far as the frame lets it be told.
// `seen_as` answers what of its bounds is wanted.
template <typename SeenAs>
auto running_total(std::span<const Shift> coming, std::span<const Shift> going,
                   const Steps<Frame>& frame, SeenAs seen_as) {
  Total total;
  Frame whole = frame.initial();
  Steps line(seen_as(bounds_of(total, whole)));
  auto turns = frame.changes();
  while (!coming.empty() || !going.empty() || !turns.empty()) {
    const Date day = std::min({coming.empty() ? kForever : coming.front().day,
                               going.empty() ? kForever : going.front().day,
                               turns.empty() ? kForever : turns.front().from});
    for (; !turns.empty() && turns.front().from == day; turns = turns.subspan(1)) {
      whole = turns.front().value;
    }
    for (; !coming.empty() && coming.front().day == day; coming = coming.subspan(1)) {
      total.add(coming.front().weight, 1);
    }
    for (; !going.empty() && going.front().day == day; going = going.subspan(1)) {
      total.add(going.front().weight, -1);
    }
    line.then(day, seen_as(bounds_of(total, whole)));
  }
  return line;
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

// Calls f(i, end, weight) with what each record weighs, up to which of its ends: all it may weigh
// as far as it may stand, and what it surely weighs, where that is another day, as far as it surely
// does.
template <typename F>
void each_weight(const Summed& summed, F f) {
  const auto& [found, weights, window, frame, asked] = summed;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const double weight = weights.empty() ? 1 : weights[i];
    const bool known = is_known(weight);
    const bool sure = found[i].sure && known && found[i].start <= found[i].sure_end;
    const bool wholly = sure && found[i].sure_end == found[i].end;
    f(i, &Occurrence::end, Total{wholly ? weight : 0, known ? weight : 0, known ? 0 : 1});
    if (sure && !wholly) f(i, &Occurrence::sure_end, Total{weight, 0, 0});
  }
}

// Over a window that holds the same days from one day on.
template <typename SeenAs>
auto fixed_sum(const Summed& summed, Date from, SeenAs seen_as) {
  Total total;
  each_weight(summed, [&](std::size_t i, Date Occurrence::* end, const Total& weight) {
    if (!own_days(summed.found, i, summed.window, end).empty()) total.add(weight);
  });
  Steps line(seen_as(bounds_of({}, summed.frame.initial())));
  line.then(from, seen_as(bounds_of(total, summed.frame.at(from))));
  return line;
}

template <typename SeenAs>
auto total(const Summed& summed, SeenAs seen_as) {
  const auto& [found, weights, window, frame, asked] = summed;
  if (const auto from = window.fixed_from()) {
    return fixed_sum(summed, *from, seen_as);
  }
  // No record that ended before what the window holds on the first day asked about is ever in it
  // later.
  const auto first = window.on(asked.from);
  const Date gone = first ? first->after : kBeginning;
  Shifts coming, going;
  each_weight(summed, [&](std::size_t i, Date Occurrence::* end, const Total& weight) {
    if (found[i].end <= gone) return;
    const DaySpan days = own_days(found, i, window, end);
    if (days.empty() || !days.meets(asked)) return;
    coming.add(days.from, weight);
    if (days.until < kForever) going.add(days.until, weight);
  });
  return running_total(coming.in_order(), going.in_order(), frame, seen_as);
}

}  // namespace

NumberLine sum_line(const Summed& summed) {
  return total(summed, [](const Bounds& bounds) { return bounds; });
}

Timeline compared_sum(const Summed& summed, Comparison comparison, Bounds limit) {
  return total(summed, [&](const Bounds& bounds) { return compare(bounds, comparison, limit); });
}

}  // namespace hearth
