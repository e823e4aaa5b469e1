#include "evaluate/number_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "evaluate/ends.h"
#include "evaluate/missing.h"
#include "evaluate/numbers.h"
#include "language/describe_number.h"
#include "language/quantity.h"

namespace hearth {
namespace {

Stretch days_in(const Interval& interval, const std::vector<Occurrence>& found) {
  Stretch days{interval.after + 1, interval.upto};
  if (days.first <= kBeginning + 1) days.first = found.empty() ? days.last : found.front().start;
  return days;
}

void gather_inside(NumberEvidence& evidence, const std::vector<Occurrence>& found,
                   const WindowDays& window, const Selector& records, const Subject& subject,
                   Date on) {
  for (const auto& one : found) {
    const auto days = both(window.days_of(one.start, one.end), one.when);
    if (days.from > on || days.until <= on) continue;
    evidence.records.push_back(one.record);
    if (!one.sure) {
      add_missing_fields(evidence.settles, one, records, subject.basis.facts);
    } else if (one.sure_end < one.end && window.days_of(one.start, one.sure_end).until <= on) {
      add_once(evidence.settles, fmt::format("whether the {} that began {} still stands",
                                             subject.basis.facts.catalogue[one.record.type].name,
                                             to_text(one.start)));
    }
  }
}

// A latest value rests on one record, or lacks one.
void keep_latest(NumberEvidence& evidence, const Selector& records, const Subject& subject) {
  if (!evidence.records.empty())
    evidence.records.erase(evidence.records.begin(), evidence.records.end() - 1);
  if (evidence.value.exact()) return;
  const auto& name = subject.basis.facts.catalogue[records.picks.front().type].name;
  add_once(evidence.settles, fmt::format("a {} of {}", name, subject_words(subject)));
}

void records_evidence(NumberEvidence& evidence, NumberId id, const WindowDays& window,
                      const Subject& subject, Date on) {
  const auto& number = subject.basis.plan[id];
  const auto& records = *records_of(number);
  const auto found = occurrences(records, subject);
  const auto interval = window.on(on);
  if (!interval) return;
  evidence.window = days_in(*interval, found);
  gather_inside(evidence, found, window, records, subject, on);
  if (std::holds_alternative<Latest>(number.node)) return keep_latest(evidence, records, subject);

  if (window.made_of_terms()) {
    for (const auto& term : window.terms_on(on)) {
      const auto used = coverage_used(records, {term.first - 1, term.last}, subject);
      evidence.coverage.insert(evidence.coverage.end(), used.begin(), used.end());
    }
  } else {
    evidence.coverage = coverage_used(records, *interval, subject);
  }
  if (!evidence.value.exact()) {
    add_missing_coverage(evidence.settles, evidence.coverage, subject.basis.facts.catalogue);
  }
}

// A window after an anchor is not over until its last day.
void add_running_window(NumberEvidence& evidence, const Window& window, const Subject& subject,
                        Date on) {
  const auto anchor = anchor_on(window, subject, on);
  if (window.kind != WindowKind::After || !anchor || *anchor > on) return;
  if (window.period.unit == Unit::Term) return;
  const Date last = plus(*anchor, window.period);
  if (on < last)
    add_once(evidence.settles, fmt::format("time: the window runs to {}", to_text(last)));
}

// The record at whose end the window hangs, and what tells that no later one has ended.
void add_end(NumberEvidence& evidence, const Selector& ended, const Subject& subject, Date on) {
  const auto latest = latest_end_on(ended, subject, on);
  if (!latest) {
    evidence.settles = missing_end(ended, subject, on);
    return;
  }
  evidence.records.insert(evidence.records.begin(), latest->record);
  const auto used = coverage_used(ended, {latest->end, on}, subject);
  evidence.coverage.insert(evidence.coverage.end(), used.begin(), used.end());
}

// What a term lacks for a measure: a record, or a record whose bottom field is known and above 0.
std::string missing_of_term(const Facts& facts, const Measure& measure,
                            const std::vector<Occurrence>& inside, const Term& term) {
  const auto& name = facts.catalogue[measure.type].name;
  double bottom = 0;
  bool there = false;
  for (const auto& one : inside) {
    if (one.start < term.first || one.end > term.last) continue;
    there = true;
    const auto& fields = table_of(facts, one.record).fields;
    bottom += fields[measure.bottom.index][one.record.row];
    for (const auto& part : measure.top) {
      if (!is_known(fields[part.field.index][one.record.row])) bottom = kNotKnown;
    }
  }
  if (!there) return "a " + name;
  return bottom > 0 ? std::string() : "sound figures in the " + name;
}

// How the share came about, for somebody who would work it out again by hand.
std::string measure_working(const Facts& facts, const Measure& measure,
                            const std::vector<Occurrence>& inside) {
  const auto& type = facts.catalogue[measure.type];
  const auto total = [&](FieldId field) {
    double sum = 0;
    for (const auto& one : inside) {
      sum += table_of(facts, one.record).fields[field.index][one.record.row];
    }
    return fmt::format("{} {:.10g}", type[field].name, sum);
  };
  std::string top;
  for (const auto& part : measure.top) {
    if (!top.empty() || part.sign < 0) top += part.sign < 0 ? " - " : " + ";
    top += total(part.field);
  }
  return fmt::format("({}) / {}", top, total(measure.bottom));
}

void measure_evidence(NumberEvidence& evidence, const MeasureIn& node, const WindowDays& window,
                      const Subject& subject, Date on) {
  const auto& facts = subject.basis.facts;
  const auto& measure = subject.basis.plan.catalogue[node.measure];
  const auto interval = window.on(on);
  if (!interval) return;
  evidence.window = {interval->after + 1, interval->upto};
  std::vector<Occurrence> inside;
  for (const auto& one : occurrences({{Pick{measure.type, {}}}, false}, subject)) {
    if (one.start <= interval->after || one.end > interval->upto) continue;
    evidence.records.push_back(one.record);
    inside.push_back(one);
  }
  if (evidence.value.exact()) {
    evidence.working = measure_working(facts, measure, inside);
    return;
  }
  for (const auto& term : window.terms_on(on)) {
    const auto text = missing_of_term(facts, measure, inside, term);
    if (!text.empty()) {
      add_once(evidence.settles,
               fmt::format("{} of {} for {}", text, subject_words(subject), term.name));
    }
  }
}

}  // namespace

std::string bounds_words(const Plan& plan, NumberId id, Bounds value) {
  const auto& number = plan[id];
  const auto words = [&](double v) {
    const auto quantity = quantity_of(plan, number);
    if (quantity == Quantity::Percentage) return fmt::format("{:.4g}%", 100 * v);
    return value_words(v, quantity, field_of(plan, number));
  };
  if (value.exact()) return words(value.low);
  if (std::isinf(value.low)) return "not known";
  if (std::isinf(value.high)) return value.low == 0 ? "not known" : "at least " + words(value.low);
  return words(value.low) + " to " + words(value.high);
}

NumberEvidence number_evidence(NumberId id, const Subject& subject, Date on,
                               const WindowDays* compared) {
  NumberEvidence evidence;
  const auto& number = subject.basis.plan[id];
  evidence.value = number_line(id, subject, compared).at(on);
  evidence.words = bounds_words(subject.basis.plan, id, evidence.value);
  const auto* window = window_of(number);
  if (!window) {
    if (std::holds_alternative<Age>(number.node) && !evidence.value.exact()) {
      add_once(evidence.settles, fmt::format("birth date of {}", subject_words(subject)));
    } else if (!evidence.value.exact()) {
      add_once(evidence.settles, fmt::format("a value of the parameter {} for {}",
                                             number_words(subject.basis.plan, id), to_text(on)));
    }
    return evidence;
  }
  const auto days = window_days_on(*window, subject, on, compared);
  if (!days.on(on)) {
    add_once(evidence.settles, missing_anchor(*window, subject, on));
  } else if (const auto* measure = std::get_if<MeasureIn>(&number.node)) {
    measure_evidence(evidence, *measure, days, subject, on);
  } else {
    records_evidence(evidence, id, days, subject, on);
  }
  if (!evidence.value.exact()) add_running_window(evidence, *window, subject, on);
  if (window->anchor == Anchor::End) {
    add_end(evidence, subject.basis.plan[window->ended], subject, on);
  }
  return evidence;
}

}  // namespace hearth
