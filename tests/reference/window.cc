#include "reference/window.h"

#include "reference/coverage.h"

namespace hearth::reference {
namespace {

bool backward(WindowKind kind) {
  return kind == WindowKind::Last || kind == WindowKind::Before || kind == WindowKind::ToDate;
}

bool has_anchor(WindowKind kind) {
  return kind == WindowKind::Before || kind == WindowKind::After || kind == WindowKind::Since;
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

bool all_covered(const Case& c, RecordTypeId type, Date first, Date last) {
  for (Date day = first; day <= last; day = day + 1) {
    if (!covered(c, type, day)) return false;
  }
  return true;
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
  }
  return day && *day <= on ? day : std::nullopt;
}

std::optional<WindowDays> window_days(const Case& c, const Window& window, const Subject& subject,
                                      Date on, std::optional<Date> that) {
  if (window.kind == WindowKind::Ever)
    return WindowDays{window.kind, on, kBeginning, on, false, {}};
  Date from = on;
  if (has_anchor(window.kind)) {
    const auto anchor = anchor_day(c, window.anchor, subject, on, that);
    if (!anchor) return std::nullopt;
    from = *anchor;
  }
  if (window.kind == WindowKind::Since) return WindowDays{window.kind, on, from, on, false, {}};
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
