#include "evaluate/change.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "evaluate/ends.h"
#include "evaluate/numbers.h"

namespace hearth {
namespace {

constexpr double kSlack = 1e-9;  // for what binary fractions cannot hold; far below any unit

Truth judge_change(const Change& node, double later, double earlier, bool whole, bool found) {
  if (node.kind == ChangeKind::DownBy && earlier == 0) {
    if (later > 0) return Truth::No;
    return found ? Truth::Yes : Truth::Unknown;
  }
  const double target = change_target(node, earlier, whole);
  switch (node.kind) {
    case ChangeKind::DownBy: return truth_of(later <= target + kSlack);
    case ChangeKind::UpBy:
    case ChangeKind::UpByPoints: return truth_of(later >= target - kSlack);
    case ChangeKind::Lower: return truth_of(later < target - kSlack);
    case ChangeKind::Higher: return truth_of(later > target + kSlack);
  }
  return Truth::Unknown;
}

// The value standing from each day on; unknown while the standing reading is uncertain.
struct Reading {
  Date day;
  double value;
};

// Readings of one instrument in order: is the latest after the anchor better than the latest by it?
Timeline instrument_line(const std::vector<Reading>& readings, const Instrument& instrument,
                         Date anchor) {
  Timeline line(Truth::No);
  double baseline = kNotKnown;
  for (const auto& reading : readings) {
    if (reading.day <= anchor) {
      baseline = reading.value;
      continue;
    }
    const double gain = (reading.value - baseline) * (instrument.higher_is_better ? 1 : -1);
    line.then(reading.day, truth_of(gain >= instrument.least_change - kSlack));
  }
  return line;
}

// Whether a number rests on records of any of the types.
bool reads_any(const Number& number, const Catalogue& catalogue, const TypeSet& types) {
  if (const auto* records = records_of(number)) {
    return std::ranges::any_of(records->picks,
                               [&](const Pick& pick) { return types.holds(pick.type); });
  }
  const auto* measure = std::get_if<MeasureIn>(&number.node);
  return measure && types.holds(catalogue[measure->measure].type);
}

}  // namespace

double change_target(const Change& node, double earlier, bool whole_numbers) {
  const double base = earlier * node.scale;
  switch (node.kind) {
    case ChangeKind::DownBy: {
      const double most = base * (1 - node.amount);
      return whole_numbers ? std::floor(most + kSlack) : most;
    }
    case ChangeKind::UpBy: return base * (1 + node.amount);
    case ChangeKind::UpByPoints: return base + node.amount;
    case ChangeKind::Lower:
    case ChangeKind::Higher: break;
  }
  return base;
}

bool in_whole_numbers(const Number& number) {
  return std::holds_alternative<Count>(number.node) ||
         std::holds_alternative<DaysOn>(number.node) ||
         std::holds_alternative<DaysWith>(number.node);
}

bool need_found_on(const Change& node, const Subject& subject) {
  if (!subject.need) return false;
  const auto& plan = subject.basis.plan;
  const auto& entry_types = subject.basis.criteria[subject.criterion.index].entry_types;
  if (!reads_any(plan[node.later], plan.catalogue, entry_types)) return false;
  const Found found(node.later, subject);
  const std::vector<Occurrence>& all = found;
  return std::ranges::any_of(
      all, [&](const Occurrence& one) { return one.sure && one.start <= *subject.need; });
}

namespace {

Timeline compared_line(const Change& node, const Subject& subject, const WindowDays& compared) {
  const auto& plan = subject.basis.plan;
  const auto later = number_line(node.later, subject);
  const auto earlier = number_line(node.earlier, subject, &compared);
  const bool whole = in_whole_numbers(plan[node.later]);
  const bool found = need_found_on(node, subject);
  return combine(later, earlier, [&](const Bounds& after, const Bounds& before) {
    if (!after.exact() || !before.exact()) return Truth::Unknown;
    return judge_change(node, after.low, before.low, whole, found);
  });
}

}  // namespace

Timeline change_line(const Change& node, const Subject& subject) {
  const auto& plan = subject.basis.plan;
  const auto* window = window_of(plan[node.later]);
  if (!window) return compared_line(node, subject, {});
  if (window->anchor != Anchor::End) {
    return compared_line(node, subject, window_days(*window, subject));
  }
  Timeline line(Truth::Unknown);
  for (const auto& [days, end, record] : latest_ends(plan[window->ended], subject)) {
    const auto compared = WindowDays::of(*window, end, subject.basis.terms);
    add_days(line, days, compared_line(node, subject, compared), Truth::Unknown);
  }
  return line;
}

Timeline improves_line(const Improves& node, const Subject& subject) {
  const auto anchor = subject.anchor(node.since);
  if (!anchor) return Timeline(Truth::Unknown);
  const auto& facts = subject.basis.facts;
  const auto type = node.scores.picks.front().type;
  const auto& score = facts.catalogue[type];
  const auto instrument_field = *score.field("instrument");
  const auto value_field = *score.field("value");

  std::map<double, std::vector<Reading>> readings;  // by instrument code
  Timeline uncertain(Truth::No);
  for (const auto& one : occurrences(node.scores, subject)) {
    const auto& table = table_of(facts, one.record);
    const double instrument = table.fields[instrument_field.index][one.record.row];
    const double value = table.fields[value_field.index][one.record.row];
    if (!one.sure || !is_known(instrument) || !is_known(value))
      uncertain.then(one.start, Truth::Unknown);
    else
      readings[instrument].push_back({one.start, value});
  }
  Timeline line(Truth::No);
  for (const auto& [code, of_instrument] : readings) {
    const auto& name = score[instrument_field].codes[static_cast<std::size_t>(code)];
    const auto* instrument = facts.catalogue.instrument(name);
    if (instrument) line = either(line, instrument_line(of_instrument, *instrument, *anchor));
  }
  const auto since =
      WindowDays::of({WindowKind::Since, {}, node.since}, anchor, subject.basis.terms);
  const auto frame = frame_of(subject.basis, node.scores, since, subject.carry);
  const auto absent =
      map(frame, [](Frame f) { return f == Frame::Whole ? Truth::No : Truth::Unknown; });
  line = either(line, either(uncertain, absent));
  return combine(line, yes_from(*anchor), [](Truth t, Truth is_reached) {
    return is_reached == Truth::Yes ? t : Truth::Unknown;
  });
}

}  // namespace hearth
