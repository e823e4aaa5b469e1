#include "evaluate/numbers.h"

#include <algorithm>
#include <limits>

#include "evaluate/day_counts.h"
#include "evaluate/measure.h"
#include "evaluate/memo.h"
#include "evaluate/people.h"

namespace hearth {
namespace {

// What starts or stops weighing on a day. `boundless` counts records that may weigh anything.
struct Shift {
  Date day;
  double sure;
  double possible;
  int boundless;
};

using Shifts = ShortList<Shift, 16>;

void add_shifts(Shifts& shifts, DaySpan days, DaySpan asked, double sure, double possible,
                int boundless) {
  if (days.empty() || !days.meets(asked)) return;
  shifts.push_back({days.from, sure, possible, boundless});
  if (days.until < kForever) shifts.push_back({days.until, -sure, -possible, -boundless});
}

struct Total {
  double sure = 0;
  double possible = 0;
  int boundless = 0;
};

Bounds bounds_of(const Total& total, Frame frame) {
  if (frame == Frame::Undefined) return Bounds::at_least(0);
  if (frame == Frame::Open || total.boundless > 0) return Bounds::at_least(total.sure);
  return {total.sure, total.possible};
}

// The sum of all shifts up to each day, as far as the frame lets it be told. `shifts` are in order.
NumberLine running_total(std::span<const Shift> shifts, const Steps<Frame>& frame) {
  Total total;
  Frame whole = frame.initial();
  NumberLine line(bounds_of(total, whole));
  const auto turns = frame.changes();
  auto shift = shifts.begin();
  auto turn = turns.begin();
  while (shift != shifts.end() || turn != turns.end()) {
    const bool turn_first =
        shift == shifts.end() || (turn != turns.end() && turn->from <= shift->day);
    const Date day = turn_first ? turn->from : shift->day;
    if (turn_first) whole = (turn++)->value;
    for (; shift != shifts.end() && shift->day == day; ++shift) {
      total.sure += shift->sure;
      total.possible += shift->possible;
      total.boundless += shift->boundless;
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

NumberLine line_over_window(NumberId id, const Subject& subject, const WindowDays* compared) {
  const auto* measure = std::get_if<MeasureIn>(&subject.basis.plan[id].node);
  if (!measure) return record_line(id, subject, compared);
  const Found found(id, subject);
  const auto& facts = subject.basis.facts;
  const auto& of = subject.basis.plan.catalogue[measure->measure];
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (brief.window) return measure_line(of, found, *brief.window, facts, subject.asked);
  return measure_line(of, found, window_days(measure->window, subject, compared), facts,
                      subject.asked);
}

}  // namespace

Found::Found(NumberId id, const Subject& subject) {
  const auto find = [&] {
    return occurrences(read_by(subject.basis.plan[id], subject.basis.plan.catalogue), subject);
  };
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (subject.memo && brief.records_kept_as) {
    found_ = &subject.memo->records(brief, subject.person, find);
  } else {
    own_ = find();
    found_ = &own_;
  }
}

Selector read_by(const Number& number, const Catalogue& catalogue) {
  if (const auto* records = records_of(number)) return *records;
  const auto* measure = std::get_if<MeasureIn>(&number.node);
  if (!measure) return {};
  return {{Pick{catalogue[measure->measure].type, {}}}, false};
}

WindowDays window_days(const Window& window, const Subject& subject, const WindowDays* compared) {
  if (window.anchor == Anchor::That && compared) {
    return WindowDays::before(*compared, window.period, subject.basis.terms);
  }
  return WindowDays::of(window, subject.anchor(window.anchor), subject.basis.terms);
}

NumberLine sum_line(const std::vector<Occurrence>& found, const std::vector<double>& weights,
                    const WindowDays& window, const Steps<Frame>& frame, DaySpan asked) {
  // No record that ended before what the window holds on the first day asked about is ever in it
  // later.
  const auto first = window.on(asked.from);
  const Date gone = first ? first->after : kBeginning;
  Shifts shifts;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].end <= gone) continue;
    const double weight = weights.empty() ? 1 : weights[i];
    const bool known = is_known(weight);
    const bool sure = found[i].sure && known && found[i].start <= found[i].sure_end;
    const bool wholly = sure && found[i].sure_end == found[i].end;
    const DaySpan days = own_days(found, i, window, &Occurrence::end);
    add_shifts(shifts, days, asked, wholly ? weight : 0, known ? weight : 0, known ? 0 : 1);
    if (sure && !wholly) {
      add_shifts(shifts, own_days(found, i, window, &Occurrence::sure_end), asked, weight, 0, 0);
    }
  }
  std::ranges::sort(shifts.items(), {}, &Shift::day);
  return running_total(shifts.items(), frame);
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
  return subject.memo->number(brief, subject.person,
                              [&] { return line_over_window(id, subject, compared); });
}

}  // namespace hearth
