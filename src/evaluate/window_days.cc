#include "evaluate/window_days.h"

#include <algorithm>

namespace hearth {
namespace {

// The first day d on which d + period ≥ day.
Date enters_forward(Date day, Period period) {
  if (day <= kBeginning || day >= kForever) return day;
  Date d = minus(day, period);
  while (plus(d, period) < day) d = d + 1;
  while (plus(d - 1, period) >= day) d = d - 1;
  return d;
}

bool within(const Interval& interval, const std::vector<Stretch>& covered) {
  if (interval.after >= interval.upto) return true;
  return std::ranges::any_of(covered, [&](const Stretch& stretch) {
    return stretch.first <= interval.after + 1 && interval.upto <= stretch.last;
  });
}

bool all_within(std::span<const Term> terms, const std::vector<Stretch>& covered) {
  return std::ranges::all_of(
      terms, [&](const Term& term) { return within({term.first - 1, term.last}, covered); });
}

// The last day of the period after an anchor; the anchor itself where there is none.
std::optional<Date> delayed(std::optional<Date> anchor, Period period,
                            const TermCalendar& calendar) {
  if (!anchor || period.count == 0) return anchor;
  if (period.unit != Unit::Term) return plus(*anchor, period);
  const auto terms = calendar.first_after(*anchor, period.count);
  return terms.empty() ? std::nullopt : std::optional(terms.back().last);
}

Interval interval_of(std::span<const Term> terms) {
  return {terms.front().first - 1, terms.back().last};
}

}  // namespace

void WindowDays::add_piece(Date from, Date until, std::span<const Term> terms) {
  if (!terms.empty()) pieces_.push_back({from, until, interval_of(terms), terms});
}

WindowDays WindowDays::of(const Window& window, std::optional<Date> anchor,
                          const TermCalendar& calendar) {
  WindowDays days;
  const Period period = window.period;
  const bool timed = window.kind != WindowKind::Ever && window.kind != WindowKind::Since;
  days.terms_ = timed && period.unit == Unit::Term;
  days.period_ = period;
  days.shift_ = {0, Unit::Day};
  days.looks_ahead_ = window.kind == WindowKind::Next;
  const auto all = calendar.terms();
  const auto count = static_cast<std::size_t>(std::max(period.count, 1));
  switch (window.kind) {
    case WindowKind::Last:
      if (!days.terms_) days.form_ = Form::Rolling;
      for (std::size_t ended = count; days.terms_ && ended <= all.size(); ++ended) {
        const Date until = ended < all.size() ? all[ended].last : kForever;
        days.add_piece(all[ended - 1].last, until, all.subspan(ended - count, count));
      }
      break;
    case WindowKind::ToDate:
      days.form_ = Form::ToDate;
      days.terms_ = false;
      for (std::size_t ended = count; ended <= all.size(); ++ended) {
        const Date until = ended < all.size() ? all[ended].last : kForever;
        days.add_piece(all[ended - 1].last, until, all.subspan(ended - count, count));
      }
      break;
    case WindowKind::Next:
      if (!days.terms_) days.form_ = Form::Forward;
      for (std::size_t next = 0; days.terms_ && next + count <= all.size(); ++next) {
        const Date from = next > 0 ? all[next - 1].first : kBeginning;
        days.add_piece(from, all[next].first, all.subspan(next, count));
      }
      break;
    case WindowKind::Before:
      if (!anchor) break;
      if (days.terms_) {
        days.add_piece(*anchor, kForever, calendar.last_ended(*anchor, period.count));
      } else {
        days.pieces_.push_back({*anchor, kForever, {minus(*anchor, period), *anchor}, {}});
      }
      break;
    case WindowKind::After:
      if (!anchor) break;
      if (days.terms_) days.growing_terms_ = calendar.first_after(*anchor, period.count);
      if (days.terms_ && days.growing_terms_.empty()) break;
      days.form_ = Form::Growing;
      days.from_ = *anchor;
      days.after_ = days.terms_ ? days.growing_terms_.front().first - 1 : *anchor;
      days.cap_ = days.terms_ ? days.growing_terms_.back().last : plus(*anchor, period);
      break;
    case WindowKind::Since:
      anchor = delayed(anchor, period, calendar);
      if (!anchor) break;
      days.form_ = Form::Growing;
      days.from_ = days.after_ = *anchor;
      break;
    case WindowKind::Ever:
      days.form_ = Form::Growing;
      days.from_ = days.after_ = kBeginning;
      break;
  }
  return days;
}

WindowDays WindowDays::before(const WindowDays& compared, Period period,
                              const TermCalendar& calendar) {
  WindowDays days;
  days.terms_ = period.unit == Unit::Term;
  days.period_ = period;
  days.shift_ = compared.form_ == Form::Rolling ? compared.period_ : Period{0, Unit::Day};
  const auto add = [&](Date asked_from, Date until, Date first) {
    const Date from = std::max(asked_from, first);  // that day must have come
    if (from >= until) return;
    if (days.terms_) {
      days.add_piece(from, until, calendar.last_ended(first, period.count));
    } else {
      days.pieces_.push_back({from, until, {minus(first, period), first}, {}});
    }
  };
  switch (compared.form_) {
    case Form::Rolling:
    case Form::Forward:
      if (!days.terms_) {
        days.form_ = Form::Rolling;
      } else {
        const auto all = calendar.terms();
        for (std::size_t i = 0; i < all.size(); ++i) {
          const Date from = leaves_window(all[i].last, days.shift_);
          const Date until =
              i + 1 < all.size() ? leaves_window(all[i + 1].last, days.shift_) : kForever;
          days.add_piece(from, until, calendar.last_ended(all[i].last, period.count));
        }
      }
      break;
    case Form::Growing: add(compared.from_, kForever, compared.after_); break;
    case Form::ToDate:
    case Form::Pieces:
      for (const auto& piece : compared.pieces_.items())
        add(piece.from, piece.until, piece.interval.after);
      break;
  }
  return days;
}

std::optional<Interval> WindowDays::on(Date day) const {
  switch (form_) {
    case Form::Rolling: {
      const Date upto = minus(day, shift_);
      return Interval{minus(upto, period_), upto};
    }
    case Form::Forward: return Interval{day, plus(day, period_)};
    case Form::Growing:
      if (day < from_) return std::nullopt;
      return Interval{after_, std::min(day, cap_)};
    case Form::ToDate:
    case Form::Pieces:
      for (const auto& piece : pieces_.items()) {
        if (day < piece.from || piece.until <= day) continue;
        return Interval{piece.interval.after, form_ == Form::ToDate ? day : piece.interval.upto};
      }
  }
  return std::nullopt;
}

std::optional<Interval> WindowDays::reach(Date day) const {
  auto interval = on(day);
  if (interval && form_ == Form::Growing && cap_ < kForever) interval->upto = cap_;
  return interval;
}

std::span<const Term> WindowDays::terms_on(Date day) const {
  if (form_ == Form::Growing) return day < from_ ? std::span<const Term>{} : growing_terms_;
  for (const auto& piece : pieces_.items()) {
    if (piece.from <= day && day < piece.until) return piece.terms;
  }
  return {};
}

DaySpan WindowDays::other_days_of(Date start, Date end) const {
  switch (form_) {
    case Form::Rolling:
      return {leaves_window(start, shift_), leaves_window(leaves_window(end, period_), shift_)};
    case Form::Forward: return {enters_forward(start, period_), end};
    case Form::Growing:
      if (start > cap_ || end <= after_) return {};
      return {std::max(from_, start), kForever};
    case Form::ToDate: return days_to_date(start, end);
    case Form::Pieces: break;
  }
  DaySpan span;
  const auto upto = [](const Piece& piece) { return piece.interval.upto; };
  const auto pieces = pieces_.items();
  for (auto piece = std::ranges::lower_bound(pieces, start, {}, upto);
       piece != pieces.end() && piece->interval.after < end; ++piece) {
    if (span.empty()) span.from = piece->from;
    span.until = piece->until;
  }
  return span;
}

// Beginnings only move on: what ended by one is never in the window again.
DaySpan WindowDays::days_to_date(Date start, Date end) const {
  DaySpan span;
  for (const auto& piece : pieces_.items()) {
    if (piece.interval.after >= end) break;
    if (span.empty()) span.from = std::max(piece.from, start);
    span.until = piece.until;
  }
  return span;
}

// The days on which a window that rolls or looks forward lies inside one covered stretch.
DaySpan WindowDays::covered_days(const Stretch& covered) const {
  if (form_ == Form::Rolling) {
    const Date first = leaves_window(covered.first - 1, period_);
    return {leaves_window(first, shift_), leaves_window(covered.last + 1, shift_)};
  }
  return {covered.first - 1, enters_forward(covered.last + 1, period_)};
}

bool WindowDays::piece_covered(const Piece& piece, const std::vector<Stretch>& covered) const {
  return piece.terms.empty() ? within(piece.interval, covered) : all_within(piece.terms, covered);
}

bool WindowDays::grown_covered(const std::vector<Stretch>& covered) const {
  return terms_ ? all_within(growing_terms_, covered) : within({after_, cap_}, covered);
}

Steps<Frame> WindowDays::growing_frame(const std::vector<Stretch>& covered) const {
  Steps<Frame> frame(Frame::Undefined);
  if (form_ != Form::Growing || from_ >= kForever) return frame;
  frame.then(from_, Frame::Open);
  if (cap_ < kForever) {
    if (grown_covered(covered)) frame.then(std::max(from_, cap_), Frame::Whole);
    return frame;
  }
  // Since: whole as long as the coverage that holds its first day goes on. Ever: from the first day
  // anything is covered, as long as there is no gap.
  const bool ever = after_ <= kBeginning;
  if (!ever) frame.then(from_, Frame::Whole);
  Date until = from_ + 1;
  for (const auto& stretch : covered) {
    const bool holds_first = ever || (stretch.first <= after_ + 1 && after_ + 1 <= stretch.last);
    if (!holds_first) continue;
    if (ever) frame.then(stretch.first, Frame::Whole);
    until = stretch.last >= kForever ? kForever : stretch.last + 1;
    break;
  }
  if (ever && covered.empty()) return frame;
  if (until < kForever) frame.then(until, Frame::Open);
  return frame;
}

Steps<Frame> WindowDays::to_date_frame(const std::vector<Stretch>& covered) const {
  Steps<Frame> frame(Frame::Undefined);
  for (const auto& piece : pieces_.items()) {
    const Date first = piece.interval.after + 1;
    frame.then(piece.from, Frame::Open);
    for (const auto& stretch : covered) {
      if (first < stretch.first || stretch.last < std::max(first, piece.from)) continue;
      frame.then(piece.from, Frame::Whole);
      if (stretch.last < kForever && stretch.last + 1 < piece.until) {
        frame.then(stretch.last + 1, Frame::Open);
      }
    }
  }
  return frame;
}

Steps<Frame> WindowDays::frame(const std::vector<Stretch>& covered) const {
  if (form_ == Form::Growing) return growing_frame(covered);
  if (form_ == Form::ToDate) return to_date_frame(covered);
  if (form_ == Form::Pieces) {
    Steps<Frame> frame(Frame::Undefined);
    for (const auto& piece : pieces_.items()) {
      frame.then(piece.from, piece_covered(piece, covered) ? Frame::Whole : Frame::Open);
      if (piece.until < kForever) frame.then(piece.until, Frame::Undefined);
    }
    return frame;
  }
  Steps<Frame> frame(Frame::Open);
  for (const auto& stretch : covered) {
    const DaySpan span = covered_days(stretch);
    if (span.empty()) continue;
    frame.then(span.from, Frame::Whole);
    if (span.until < kForever) frame.then(span.until, Frame::Open);
  }
  return frame;
}

std::vector<Date> WindowDays::turns() const {
  std::vector<Date> days;
  days.reserve(2 * pieces_.items().size() + 2);
  for (const auto& piece : pieces_.items()) {
    days.push_back(piece.from);
    if (piece.until < kForever) days.push_back(piece.until);
  }
  if (form_ == Form::Growing && terms_) days.insert(days.end(), {from_, cap_});
  return days;
}

}  // namespace hearth
