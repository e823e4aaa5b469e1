#include "evaluate/numbers.h"

#include <algorithm>
#include <limits>

#include "evaluate/day_counts.h"
#include "evaluate/measure.h"
#include "evaluate/memo.h"
#include "evaluate/people.h"

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
NumberLine running_total(std::span<const Shift> coming, std::span<const Shift> going,
                         const Steps<Frame>& frame) {
  Total total;
  Frame whole = frame.initial();
  NumberLine line(bounds_of(total, whole));
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
    line.then(day, bounds_of(total, whole));
  }
  return line;
}

std::vector<double> weights_of(const std::vector<Occurrence>& found,
                               const std::vector<FieldId>& fields, const Facts& facts) {
  std::vector<double> weights;
  for (const auto& one : found) {
    const auto& table = table_of(facts, one.record);
    weights.push_back(table.fields[fields[one.pick].index][one.record.row]);
  }
  return weights;
}

NumberLine latest_line(const std::vector<Occurrence>& found, const std::vector<double>& values,
                       const WindowDays& window) {
  NumberLine line(Bounds::unknown());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const DaySpan days = window.days_of(found[i].start, found[i].start);
    if (days.empty()) continue;
    const bool sure = found[i].sure && is_known(values[i]);
    line.then(days.from, sure ? Bounds::exactly(values[i]) : Bounds::unknown());
    Date next = kForever;
    for (std::size_t j = i + 1; j < found.size() && next >= kForever; ++j) {
      const DaySpan later = window.days_of(found[j].start, found[j].start);
      if (!later.empty()) next = later.from;
    }
    if (days.until < next) line.then(days.until, Bounds::unknown());
  }
  return line;
}

// The days with an occurrence, as occurrences of their own: sure where one of the day is.
std::vector<Occurrence> one_a_day(const std::vector<Occurrence>& found) {
  std::vector<Occurrence> days;
  for (const auto& one : found) {
    if (days.empty() || days.back().start != one.start) days.push_back(one);
    days.back().sure = days.back().sure || one.sure;
  }
  return days;
}

NumberLine line_of(const Number& number, const std::vector<Occurrence>& found,
                   const WindowDays& window, const Steps<Frame>& frame, const Subject& subject) {
  const auto& facts = subject.basis.facts;
  if (const auto* latest = std::get_if<Latest>(&number.node)) {
    return latest_line(found, weights_of(found, latest->fields, facts), window);
  }
  if (std::holds_alternative<DaysWith>(number.node)) {
    return sum_line(one_a_day(found), {}, window, frame, subject.asked);
  }
  if (std::holds_alternative<DaysOn>(number.node)) return days_line(found, window, frame);
  const auto* sum = std::get_if<Sum>(&number.node);
  return sum_line(found, sum ? weights_of(found, sum->fields, facts) : std::vector<double>{},
                  window, frame, subject.asked);
}

NumberLine record_line(NumberId id, const Subject& subject, const WindowDays* compared) {
  const auto& number = subject.basis.plan[id];
  const auto& records = *records_of(number);
  const Found found(id, subject);
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (brief.window) return line_of(number, found, *brief.window, brief.frame, subject);
  const auto window = window_days(*window_of(number), subject, compared);
  return line_of(number, found, window, frame_of(subject.basis, records, window, subject.carry),
                 subject);
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

TermSums found_sums(NumberId id, const Measure& measure, const Subject& subject) {
  const Found found(id, subject);
  return sums_of_terms(measure, found, subject.basis.facts, subject.basis.terms.terms());
}

NumberLine measure_over(NumberId id, const MeasureIn& node, const WindowDays& window,
                        const Subject& subject) {
  const auto& measure = subject.basis.plan.catalogue[node.measure];
  if (!window.only_turns()) {
    return measure_line(measure, Found(id, subject), window, subject.basis.facts);
  }
  const auto terms = subject.basis.terms.terms();
  if (!subject.memo) {
    return measure_line(found_sums(id, measure, subject), terms, window, subject.asked);
  }
  const auto& sums = subject.memo->term_sums(node.measure, subject.person, [&](TermSums& kept) {
    kept = found_sums(id, measure, subject);
  });
  return measure_line(sums, terms, window, subject.asked);
}

NumberLine line_over_window(NumberId id, const Subject& subject, const WindowDays* compared) {
  const auto* measure = std::get_if<MeasureIn>(&subject.basis.plan[id].node);
  if (!measure) return record_line(id, subject, compared);
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (brief.window) return measure_over(id, *measure, *brief.window, subject);
  return measure_over(id, *measure, window_days(measure->window, subject, compared), subject);
}

// Calls f(i, end, weight) with what each record weighs, up to which of its ends: all it may weigh
// as far as it may stand, and what it surely weighs, where that is another day, as far as it surely
// does.
template <typename F>
void each_weight(const std::vector<Occurrence>& found, const std::vector<double>& weights, F f) {
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
NumberLine fixed_sum(const std::vector<Occurrence>& found, const std::vector<double>& weights,
                     const WindowDays& window, const Steps<Frame>& frame, Date from) {
  Total total;
  each_weight(found, weights, [&](std::size_t i, Date Occurrence::* end, const Total& weight) {
    if (!own_days(found, i, window, end).empty()) total.add(weight);
  });
  NumberLine line(bounds_of({}, frame.initial()));
  line.then(from, bounds_of(total, frame.at(from)));
  return line;
}

}  // namespace

Found::Found(NumberId id, const Subject& subject) {
  const auto& brief = subject.basis.brief(id, subject.carry);
  const auto find = [&](std::vector<Occurrence>& found) {
    find_occurrences(brief.reads, subject, found);
  };
  if (subject.memo && brief.records_kept_as) {
    found_ = &subject.memo->records(brief, subject.person, find);
  } else {
    find(own_);
    found_ = &own_;
  }
}

WindowDays window_days(const Window& window, const Subject& subject, const WindowDays* compared) {
  if (window.anchor == Anchor::That && compared) {
    return WindowDays::before(*compared, window.period, subject.basis.terms);
  }
  return WindowDays::of(window, subject.anchor(window.anchor), subject.basis.terms);
}

NumberLine sum_line(const std::vector<Occurrence>& found, const std::vector<double>& weights,
                    const WindowDays& window, const Steps<Frame>& frame, DaySpan asked) {
  if (const auto from = window.fixed_from()) {
    return fixed_sum(found, weights, window, frame, *from);
  }
  // No record that ended before what the window holds on the first day asked about is ever in it
  // later.
  const auto first = window.on(asked.from);
  const Date gone = first ? first->after : kBeginning;
  Shifts coming, going;
  each_weight(found, weights, [&](std::size_t i, Date Occurrence::* end, const Total& weight) {
    if (found[i].end <= gone) return;
    const DaySpan days = own_days(found, i, window, end);
    if (days.empty() || !days.meets(asked)) return;
    coming.add(days.from, weight);
    if (days.until < kForever) going.add(days.until, weight);
  });
  return running_total(coming.in_order(), going.in_order(), frame);
}

NumberLine number_line(NumberId id, const Subject& subject, const WindowDays* compared) {
  const auto& number = subject.basis.plan[id];
  if (const auto* literal = std::get_if<Literal>(&number.node)) {
    return NumberLine(Bounds::exactly(literal->value));
  }
  if (const auto* parameter = std::get_if<ParameterValue>(&number.node)) {
    return subject.basis.parameters[parameter->parameter.index];
  }
  if (std::holds_alternative<Age>(number.node)) {
    if (!subject.person) return NumberLine(Bounds::unknown());
    return age_line(subject.basis.facts.people[subject.person->index]);
  }
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (!subject.memo || !brief.kept_as) return line_over_window(id, subject, compared);
  return subject.memo->number(brief, subject.person, [&](NumberLine& line) {
    line = line_over_window(id, subject, compared);
  });
}

}  // namespace hearth
