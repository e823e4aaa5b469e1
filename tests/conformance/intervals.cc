#include "conformance/intervals.h"

#include <algorithm>
#include <limits>

namespace hearth::conformance {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

struct Stretch {
  double first;
  double last;
  Truth value;
};

std::vector<Stretch> stretches(const Timeline& line) {
  std::vector<Stretch> result{{-kInfinite, kInfinite, line.initial()}};
  for (const auto& change : line.changes()) {
    result.back().last = change.from.days - 1;
    result.push_back({static_cast<double>(change.from.days), kInfinite, change.value});
  }
  return result;
}

void then(Timeline& line, double day, Truth value) {
  if (day == kInfinite) return;
  line.then(day == -kInfinite ? kBeginning : Date{static_cast<int>(day)}, value);
}

Truth on_some_day(const Timeline& line) {
  Truth result = line.initial();
  for (const auto& change : line.changes()) result = either(result, change.value);
  return result;
}

Truth on_every_day(const Timeline& line) { return opposite(on_some_day(opposite(line))); }

}  // namespace

Timeline interval(Bounds start, Bounds end) {
  Timeline begun(Truth::No), not_over(Truth::Yes);
  then(begun, start.low, Truth::Unknown);
  then(begun, std::min(start.high, end.high), Truth::Yes);  // it starts before it ends
  then(not_over, std::max(end.low, start.low) + 1, Truth::Unknown);
  then(not_over, end.high + 1, Truth::No);
  return both(begun, not_over);
}

Bounds start_of(const Timeline& line) {
  Bounds start{kInfinite, -kInfinite};
  for (const auto& stretch : stretches(line)) {
    if (stretch.value == Truth::No) continue;
    start.low = std::min(start.low, stretch.first);
    start.high = stretch.value == Truth::Yes ? stretch.first : stretch.last;
    if (stretch.value == Truth::Yes) break;
  }
  return start.low <= start.high ? start : Bounds::unknown();
}

Bounds end_of(const Timeline& line) {
  Bounds end{kInfinite, -kInfinite};
  const auto all = stretches(line);
  for (auto stretch = all.rbegin(); stretch != all.rend(); ++stretch) {
    if (stretch->value == Truth::No) continue;
    end.high = std::max(end.high, stretch->last);
    end.low = stretch->value == Truth::Yes ? stretch->last : stretch->first;
    if (stretch->value == Truth::Yes) break;
  }
  return end.low <= end.high ? end : Bounds::unknown();
}

Bounds width_of(const Timeline& line) {
  const auto start = start_of(line), end = end_of(line);
  return {end.low - start.high, end.high - start.low};
}

Bounds only_point_of(const Timeline& line) {
  return is_one_stretch(line) && start_of(line) == end_of(line) ? start_of(line)
                                                                : Bounds::unknown();
}

bool is_one_stretch(const Timeline& line) {
  const auto yes = stretches_of_yes(line);
  return yes.size() == 1 && yes.front() == line;
}

std::vector<Timeline> stretches_of_yes(const Timeline& line) {
  std::vector<Timeline> result;
  for (const auto& [first, last, value] : stretches(line)) {
    if (value != Truth::Yes) continue;
    result.push_back(interval(Bounds::exactly(first), Bounds::exactly(last)));
  }
  return result;
}

Truth contains(const Timeline& line, Bounds point) {
  return point.exact() ? line.at(Date{static_cast<int>(point.low)}) : Truth::Unknown;
}

Truth same(const Timeline& a, const Timeline& b) { return both(includes(a, b), includes(b, a)); }

Truth overlaps(const Timeline& a, const Timeline& b) { return on_some_day(both(a, b)); }

Truth includes(const Timeline& a, const Timeline& b) {
  return on_every_day(either(opposite(b), a));
}

Truth before(const Timeline& a, const Timeline& b) {
  return compare(end_of(a), Comparison::Less, start_of(b));
}

Truth on_or_before(const Timeline& a, const Timeline& b) {
  return compare(end_of(a), Comparison::LessOrEqual, start_of(b));
}

Truth meets_before(const Timeline& a, const Timeline& b) {
  const auto end = end_of(a);
  return compare({end.low + 1, end.high + 1}, Comparison::Equal, start_of(b));
}

Truth overlaps_before(const Timeline& a, const Timeline& b) {
  return both(overlaps(a, b), compare(start_of(a), Comparison::Less, start_of(b)));
}

Truth overlaps_after(const Timeline& a, const Timeline& b) {
  return both(overlaps(a, b), compare(end_of(a), Comparison::Greater, end_of(b)));
}

Truth starts(const Timeline& a, const Timeline& b) {
  return both(compare(start_of(a), Comparison::Equal, start_of(b)),
              compare(end_of(a), Comparison::LessOrEqual, end_of(b)));
}

Truth ends(const Timeline& a, const Timeline& b) {
  return both(compare(end_of(a), Comparison::Equal, end_of(b)),
              compare(start_of(a), Comparison::GreaterOrEqual, start_of(b)));
}

}  // namespace hearth::conformance
