#include "evaluate/numbers.h"

#include <algorithm>

#include "evaluate/day_counts.h"
#include "evaluate/ends.h"
#include "evaluate/measure.h"
#include "evaluate/memo.h"
#include "evaluate/people.h"
#include "evaluate/totals.h"

namespace hearth {
namespace {

std::vector<double> values_of(const std::vector<Occurrence>& found,
                              const std::vector<FieldId>& fields, const Facts& facts) {
  std::vector<double> weights;
  for (const auto& one : found) {
    const auto& table = table_of(facts, one.record);
    weights.push_back(table.fields[fields[one.pick].index][one.record.row]);
  }
  return weights;
}

// None for a count, whose records weigh the same.
std::vector<double> weights_of(const Number& number, const std::vector<Occurrence>& found,
                               const Facts& facts) {
  const auto* sum = std::get_if<Sum>(&number.node);
  return sum ? values_of(found, sum->fields, facts) : std::vector<double>{};
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
    return latest_line(found, values_of(found, latest->fields, facts), window);
  }
  if (std::holds_alternative<DaysWith>(number.node)) {
    const auto days = one_a_day(found);
    return sum_line({days, {}, window, frame, subject.asked});
  }
  if (std::holds_alternative<DaysOn>(number.node)) return days_line(found, window, frame);
  return sum_line({found, weights_of(number, found, facts), window, frame, subject.asked});
}

TermSums found_sums(NumberId id, const Measure& measure, const Subject& subject) {
  const auto& facts = subject.basis.facts;
  const auto terms = subject.basis.terms.terms();
  if (subject.person) {
    return sums_of_terms(measure, facts.of_people[measure.type.index], *subject.person, terms);
  }
  return sums_of_terms(measure, Found(id, subject), facts, terms);
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
  const auto& sums =
      subject.memo->term_sums(subject.basis.adds_up[node.measure.index], subject.slot,
                              [&](TermSums& kept) { kept = found_sums(id, measure, subject); });
  return measure_line(sums, terms, window, subject.asked);
}

NumberLine line_over(NumberId id, const WindowDays& window, const Subject& subject) {
  const auto& number = subject.basis.plan[id];
  if (const auto* measure = std::get_if<MeasureIn>(&number.node)) {
    return measure_over(id, *measure, window, subject);
  }
  const auto frame = frame_of(subject.basis, *records_of(number), window, subject.carry);
  return line_of(number, Found(id, subject), window, frame, subject);
}

// A window that hangs on the end of records is another one after each end.
NumberLine line_over_ends(NumberId id, const Window& window, const Subject& subject) {
  const auto& terms = subject.basis.terms;
  const auto none = line_over(id, WindowDays::of(window, std::nullopt, terms), subject).initial();
  NumberLine line(none);
  for (const auto& [days, end, record] : latest_ends(subject.basis.plan[window.ended], subject)) {
    add_days(line, days, line_over(id, WindowDays::of(window, end, terms), subject), none);
  }
  return line;
}

NumberLine line_over_window(NumberId id, const Subject& subject, const WindowDays* compared) {
  const auto& number = subject.basis.plan[id];
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (const auto* measure = std::get_if<MeasureIn>(&number.node); measure && brief.window) {
    return measure_over(id, *measure, *brief.window, subject);
  }
  if (brief.window) return line_of(number, Found(id, subject), *brief.window, brief.frame, subject);
  const auto& window = *window_of(number);
  if (window.anchor == Anchor::End) return line_over_ends(id, window, subject);
  return line_over(id, window_days(window, subject, compared), subject);
}

}  // namespace

Found::Found(NumberId id, const Subject& subject) {
  const auto& brief = subject.basis.brief(id, subject.carry);
  const auto find = [&](std::vector<Occurrence>& found) {
    find_occurrences(brief.reads, subject, found);
  };
  if (subject.memo && brief.records_kept_as) {
    found_ = &subject.memo->records(brief, subject.slot, find);
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

WindowDays window_days_on(const Window& window, const Subject& subject, Date on,
                          const WindowDays* compared) {
  if (window.anchor != Anchor::End) return window_days(window, subject, compared);
  return WindowDays::of(window, anchor_on(window, subject, on), subject.basis.terms);
}

Timeline compared_total(NumberId id, const Subject& subject, Comparison comparison, Bounds limit) {
  const auto& number = subject.basis.plan[id];
  const Found found(id, subject);
  const auto weights = weights_of(number, found, subject.basis.facts);
  const auto& brief = subject.basis.brief(id, subject.carry);
  if (brief.window) {
    return compared_sum({found, weights, *brief.window, brief.frame, subject.asked}, comparison,
                        limit);
  }
  const auto window = window_days(*window_of(number), subject);
  const auto frame = frame_of(subject.basis, *records_of(number), window, subject.carry);
  return compared_sum({found, weights, window, frame, subject.asked}, comparison, limit);
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
  return subject.memo->number(brief, subject.slot, [&](NumberLine& line) {
    line = line_over_window(id, as_kept(subject), compared);
  });
}

}  // namespace hearth
