#include "language/check_calendar.h"

#include <algorithm>

namespace hearth {
namespace {

bool readable(const TermAt& term) {
  return term.line->name.exists() && term.line->first.span.length > 0 &&
         term.line->last.span.length > 0;
}

void report_overlap(Checking& checking, const TermAt& before, const TermAt& term) {
  auto& diagnostic = checking.report(kTermsOverlap, *term.tree, term.line->span,
                                     before.line->name.text, term.line->name.text);
  diagnostic.labels.push_back(
      {place_in(*before.tree->source, before.line->span), "the other term"});
  diagnostic.hint = "let one end before the other begins";
}

// More days between two terms than any holiday has: a term is missing, or a date is wrong.
constexpr int kLongestHoliday = 70;

void report_gap(Checking& checking, const TermAt& before, const TermAt& term) {
  const int days = term.line->first.date - before.line->last.date - 1;
  if (days <= kLongestHoliday) return;
  checking
      .report(kTermsGap, *term.tree, term.line->span, before.line->name.text, term.line->name.text,
              days)
      .hint = "add the term that lies between them, or put the dates right";
}

}  // namespace

TermCalendar check_terms(Checking& checking, std::vector<TermAt> terms) {
  std::erase_if(terms, [](const TermAt& term) { return !readable(term); });
  std::erase_if(terms, [&](const TermAt& term) {
    const bool backwards = term.line->last.date < term.line->first.date;
    if (backwards) checking.report(kEndBeforeStart, *term.tree, term.line->span, "term");
    return backwards;
  });
  std::ranges::stable_sort(terms, {}, [](const TermAt& term) { return term.line->first.date; });
  std::vector<Term> result;
  const TermAt* before = nullptr;
  for (const auto& term : terms) {
    const auto& line = *term.line;
    if (before && line.first.date <= before->line->last.date) {
      report_overlap(checking, *before, term);
      continue;
    }
    if (before) report_gap(checking, *before, term);
    const bool known = std::ranges::count(result, line.name.text, &Term::name) > 0;
    if (known) checking.report(kDuplicateName, *term.tree, line.name.span, "term", line.name.text);
    result.push_back({line.name.text, line.first.date, line.last.date});
    before = &term;
  }
  return TermCalendar(std::move(result));
}

void check_calendars(Checking& checking) {
  std::vector<TermAt> terms;
  for (const auto* tree : checking.trees) {
    for (const auto& item : tree->items) {
      const auto* calendar = std::get_if<written::Calendar>(&item.node);
      if (!calendar) continue;
      for (const auto& line : calendar->terms) terms.push_back({tree, &line});
    }
  }
  checking.plan.terms = check_terms(checking, std::move(terms));
}

}  // namespace hearth
