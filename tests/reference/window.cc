#include "reference/window.h"

#include <algorithm>

#include "reference/coverage.h"
#include "reference/records.h"

namespace hearth::reference {
namespace {

bool backward(WindowKind kind) {
  return kind == WindowKind::Last || kind == WindowKind::Before || kind == WindowKind::ToDate;
}

bool all_covered(const Case& c, RecordTypeId type, Date first, Date last) {
  for (Date day = first; day <= last; day = day + 1) {
    if (!covered(c, type, day)) return false;
  }
  return true;
}

// The last day of the latest of these records that has ended by the day, if it surely is.
std::optional<Date> ended_day(const Case& c, const Selector& ended, const Subject& subject,
                              Date on) {
  std::optional<Date> latest;
  bool sure = false;
  for (const auto& record : records(c, subject, ended, on)) {
    const Date end = record.table->end_of(record.row);
    const bool seen = std::ranges::any_of(record.stands, [&](auto& s) { return s.end == end; });
    if (!seen || end > on || (latest && end < *latest)) continue;
    sure = (latest == end && sure) || record.match == Truth::Yes;
    latest = end;
  }
  if (!latest || !sure) return std::nullopt;
  for (const auto& pick : ended.picks) {
    if (!all_covered(c, pick.type, *latest + 1, on)) return std::nullopt;
  }
  return latest;
}

// The day from which `since P after` its anchor looks: the last of the P.
std::optional<Date> delayed(const Case& c, Date anchor, Period period) {
  if (period.count == 0) return anchor;
  if (period.unit != Unit::Term) return plus(anchor, period);
  const auto terms = c.terms().first_after(anchor, period.count);
  return terms.empty() ? std::nullopt : std::optional(terms.back().last);
}

std::optional<WindowDays> days_of_terms(const Case& c, const Window& window, Date on, Date from) {
  const int n = window.period.count;
  const auto terms =
      backward(window.kind) ? c.terms().last_ended(from, n) : c.terms().first_after(from, n);
  if (terms.empty()) return std::nullopt;
  if (window.kind == WindowKind::ToDate) {
    return WindowDays{window.kind, on, terms.front().first - 1, on, false, {}};
  }
  return WindowDays{window.kind,       on,   terms.front().first - 1,
                    terms.back().last, true, {terms.begin(), terms.end()}};
}

}  // namespace

std::optional<Date> anchor_day(const Case& c, Anchor anchor, const Subject& subject, Date on,
                               std::optional<Date> that) {
  std::optional<Date> day;
  switch (anchor) {
    case Anchor::Need: day = subject.need; break;
    case Anchor::Start: day = c.about().started; break;
    case Anchor::Closure: day = c.about().closed; break;
    case Anchor::That: day = that; break;
    case Anchor::End: break;  // of a window alone
  }
  return day && *day <= on ? day : std::nullopt;
}

std::optional<WindowDays> window_days(const Case& c, const Window& window, const Subject& subject,
                                      Date on, std::optional<Date> that) {
  if (window.kind == WindowKind::Ever)
    return WindowDays{window.kind, on, kBeginning, on, false, {}};
  Date from = on;
  if (window.anchored()) {
    const auto anchor = window.anchor == Anchor::End
                            ? ended_day(c, c.plan[window.ended], subject, on)
                            : anchor_day(c, window.anchor, subject, on, that);
    if (!anchor) return std::nullopt;
    from = *anchor;
  }
  if (window.kind == WindowKind::Since) {
    const auto after = delayed(c, from, window.period);
    if (!after || *after > on) return std::nullopt;
    return WindowDays{window.kind, on, *after, on, false, {}};
  }
  if (window.period.unit == Unit::Term) return days_of_terms(c, window, on, from);
  if (backward(window.kind)) {
    return WindowDays{window.kind, on, minus(from, window.period), from, false, {}};
  }
  return WindowDays{window.kind, on, from, plus(from, window.period), false, {}};
}

bool whole(const Case& c, RecordTypeId type, const WindowDays& days) {
  if (days.kind == WindowKind::After && days.on < days.hi) return false;
  if (c.facts.catalogue[type].always_covered) return true;
  if (days.of_terms) {
    for (const auto& term : days.terms) {
      if (!all_covered(c, type, term.first, term.last)) return false;
    }
    return true;
  }
  if (days.kind == WindowKind::Ever) {
    const auto first = first_covered(c, type);
    return first && *first <= days.on && all_covered(c, type, *first, days.on);
  }
  return all_covered(c, type, days.lo + 1, days.hi);
}

}  // namespace hearth::reference
