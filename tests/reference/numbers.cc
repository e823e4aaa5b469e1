#include "reference/numbers.h"

#include <algorithm>
#include <limits>
#include <set>

namespace hearth::reference {
namespace {

constexpr double kNoLimit = std::numeric_limits<double>::infinity();

bool all_whole(const Case& c, const Selector& selector, const WindowDays& days) {
  return std::ranges::all_of(selector.picks,
                             [&](const Pick& pick) { return whole(c, pick.type, days); });
}

struct Reading {
  const Case& c;
  const Subject& subject;
  Date on;
  std::optional<Date> that;

  std::optional<WindowDays> days_of(const Window& window) const {
    return window_days(c, window, subject, on, that);
  }

  Bounds operator()(const Literal& literal) const { return Bounds::exactly(literal.value); }

  Bounds operator()(const ParameterValue& use) const {
    Bounds now = Bounds::unknown();
    for (const auto& step : c.plan.parameters[use.parameter.index].values) {
      if (step.from <= on) now = Bounds::exactly(step.value);
    }
    return now;
  }

  Bounds operator()(const Count& count) const {
    const auto days = days_of(count.window);
    if (!days) return Bounds::at_least(0);
    Bounds total = Bounds::exactly(0);
    for (const auto& record : records(c, subject, count.records, on)) {
      total.low += record.surely_in(*days);
      total.high += record.possibly_in(*days);
    }
    if (!all_whole(c, count.records, *days)) total.high = kNoLimit;
    return total;
  }

  Bounds operator()(const Sum& sum) const {
    const auto days = days_of(sum.window);
    if (!days) return Bounds::at_least(0);
    Bounds total = Bounds::exactly(0);
    for (const auto& record : records(c, subject, sum.records, on)) {
      const double field = record.field(sum.fields[record.pick]);
      if (record.surely_in(*days)) total.low += is_known(field) ? field : 0;
      if (record.possibly_in(*days)) total.high += is_known(field) ? field : kNoLimit;
    }
    if (!all_whole(c, sum.records, *days)) total.high = kNoLimit;
    return total;
  }

  Bounds operator()(const DaysOn& days_on) const {
    const auto days = days_of(days_on.window);
    if (!days) return Bounds::at_least(0);
    const auto all = records(c, subject, days_on.records, on);
    Date first = days->lo + 1;
    if (days->kind == WindowKind::Ever) {
      first = on;
      for (const auto& record : all) first = std::min(first, record.stands.front().start);
    }
    const Date last = days->kind == WindowKind::Next ? days->hi : std::min(days->hi, on);
    Bounds total = Bounds::exactly(0);
    for (Date day = first; day <= last; day = day + 1) {
      total.low += std::ranges::any_of(all, [&](const auto& r) { return r.surely_on(day); });
      total.high += std::ranges::any_of(all, [&](const auto& r) { return r.possibly_on(day); });
    }
    if (!all_whole(c, days_on.records, *days)) total.high = kNoLimit;
    return total;
  }

  Bounds operator()(const DaysWith& days_with) const {
    const auto days = days_of(days_with.window);
    if (!days) return Bounds::at_least(0);
    std::set<Date> sure, possible;
    for (const auto& record : records(c, subject, days_with.records, on)) {
      for (const auto& stand : record.stands) {
        if (!days->holds(stand.start) || !days->sees(stand.start)) continue;
        possible.insert(stand.start);
        if (record.match == Truth::Yes) sure.insert(stand.start);
      }
    }
    if (!all_whole(c, days_with.records, *days)) return Bounds::at_least(sure.size());
    return {static_cast<double>(sure.size()), static_cast<double>(possible.size())};
  }

  Bounds operator()(const Latest& wanted) const {
    const auto days = days_of(wanted.window);
    if (!days) return Bounds::unknown();
    const auto all = records(c, subject, wanted.records, on);
    const auto* record = latest(all, [&](const SeenRecord&, Date start) {
      return days->holds(start) && days->sees(start);
    });
    if (!record || record->match != Truth::Yes) return Bounds::unknown();
    const double field = record->field(wanted.fields[record->pick]);
    return is_known(field) ? Bounds::exactly(field) : Bounds::unknown();
  }

  Bounds operator()(const MeasureIn& use) const {
    const auto days = days_of(use.window);
    if (!days) return Bounds::unknown();
    const auto& measure = c.facts.catalogue[use.measure];
    const auto all = records(c, subject, measure.type, false);
    auto parts = days->terms;
    if (!days->of_terms) parts.push_back({"", days->lo + 1, days->hi});
    double top = 0, bottom = 0;
    for (const auto& term : parts) {
      double bottom_of_term = 0;
      for (const auto& record : all) {
        if (!inside(record, term, *days)) continue;
        bottom_of_term += record.field(measure.bottom);
        for (const auto& part : measure.top) top += part.sign * record.field(part.field);
      }
      if (!(bottom_of_term > 0)) return Bounds::unknown();  // none, or one not known
      bottom += bottom_of_term;
    }
    return is_known(top) ? Bounds::exactly(top / bottom) : Bounds::unknown();
  }

  static bool inside(const SeenRecord& record, const Term& term, const WindowDays& days) {
    return std::ranges::any_of(record.stands, [&](const Stand& stand) {
      return stand.start >= term.first && stand.end <= term.last && days.sees(stand.start);
    });
  }

  Bounds operator()(const Age&) const {
    if (!subject.person) return Bounds::unknown();
    const auto& born = c.facts.people[subject.person->index].born;
    // Before birth there is one age only.
    return born ? Bounds::exactly(std::max(age_on(*born, on), -1)) : Bounds::unknown();
  }
};

}  // namespace

Bounds value(const Case& c, NumberId number, const Subject& subject, Date on,
             std::optional<Date> that) {
  return std::visit(Reading{c, subject, on, that}, c.plan[number].node);
}

std::optional<Window> window_of(const Number& number) {
  return std::visit(
      [](const auto& node) -> std::optional<Window> {
        if constexpr (requires { node.window; }) return node.window;
        return std::nullopt;
      },
      number.node);
}

std::optional<Selector> selector_of(const Case& c, const Number& number) {
  return std::visit(
      [&](const auto& node) -> std::optional<Selector> {
        if constexpr (requires { node.records; }) return node.records;
        if constexpr (requires { node.measure; }) {
          return Selector{{{c.plan.catalogue[node.measure].type, {}}}, false};
        }
        return std::nullopt;
      },
      number.node);
}

}  // namespace hearth::reference
