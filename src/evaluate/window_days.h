// A plan's window with its anchor known: which days it stands for on each day.
//
// A Window in a plan says "in last 6 months"; WindowDays says, for every day d, the half-open
// interval (after, upto] it means. It answers three questions for all days at once, each by
// arithmetic on the ends and never day by day: on which days a record lies in the window, on which
// days the window is wholly covered, and on which days there is a window at all.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/period.h"
#include "base/term_calendar.h"
#include "facts/facts.h"
#include "language/plan.h"
#include "timeline/short_list.h"
#include "timeline/steps.h"

namespace hearth {

// Days from `from` up to but not including `until`.
struct DaySpan {
  Date from = kForever;
  Date until = kForever;

  bool operator==(const DaySpan&) const = default;
  bool empty() const { return from >= until; }
  bool meets(DaySpan other) const { return from < other.until && other.from < until; }
};
inline DaySpan both(DaySpan a, DaySpan b) {
  return {std::max(a.from, b.from), std::min(a.until, b.until)};
}
inline constexpr DaySpan kAlways = {kBeginning, kForever};

// The days (after, upto].
struct Interval {
  Date after;
  Date upto;
};

// What can be said of a window on a day.
enum class Frame : std::uint8_t {
  Undefined,  // its anchor has not happened, or the calendar holds too few terms
  Open,       // there is one, but not all of it is covered
  Whole,      // every day of it is covered
};

class WindowDays {
 public:
  // `anchor`: the day of the window's anchor, if it is known; not used by windows without one.
  // `calendar` must outlive this.
  static WindowDays of(const Window& window, std::optional<Date> anchor,
                       const TermCalendar& calendar);
  // A window anchored at `that`, the first day of the `compared` window.
  static WindowDays before(const WindowDays& compared, Period period, const TermCalendar& calendar);

  std::optional<Interval> on(Date day) const;
  // The same without being cut off at the day: a window after an anchor up to its own end.
  std::optional<Interval> reach(Date day) const;
  bool looks_ahead() const { return looks_ahead_; }
  // The terms the window is made of on a day; empty for a window that is not made of terms.
  std::span<const Term> terms_on(Date day) const;
  bool made_of_terms() const { return terms_; }

  // The days on which a record that holds from `start` to `end` lies in the window.
  DaySpan days_of(Date start, Date end) const {
    if (form_ == Form::Rolling && shift_.count == 0) return {start, leaves_window(end, period_)};
    const auto pieces = pieces_.items();
    if (form_ != Form::Pieces || pieces.size() != 1) return other_days_of(start, end);
    const auto& [from, until, interval, terms] = pieces[0];
    return interval.after < end && start <= interval.upto ? DaySpan{from, until} : DaySpan{};
  }

  // `covered`: disjoint stretches in order.
  Steps<Frame> frame(const std::vector<Stretch>& covered) const;

  // Stretches of days, from `from` up to but not including `until`, through which a window stays
  // what it is.
  struct Piece {
    Date from;
    Date until;
    Interval interval;
    std::span<const Term> terms;  // that it is made of, if it is made of terms
  };
  // Whether a window is nothing but such pieces, and calls f for each that reaches into `asked`.
  bool in_pieces() const { return form_ == Form::Pieces; }
  template <typename F>
  void each_piece(DaySpan asked, F f) const {
    for (const auto& piece : pieces_.items()) {
      if (DaySpan{piece.from, piece.until}.meets(asked)) f(piece);
    }
  }

  // The day from which the window holds the same days for ever, and before which there is none.
  std::optional<Date> fixed_from() const {
    const auto pieces = pieces_.items();
    const bool fixed = form_ == Form::Pieces && pieces.size() == 1 && pieces[0].until >= kForever;
    return fixed ? std::optional(pieces[0].from) : std::nullopt;
  }
  // The frame of such a window from that day on.
  Frame fixed_frame(const std::vector<Stretch>& covered) const {
    return piece_covered(pieces_.items()[0], covered) ? Frame::Whole : Frame::Open;
  }

  // Days on which a window made of pieces changes; empty for one that rolls or grows.
  std::vector<Date> turns() const;
  // Whether what lies in the window changes on those days only: it is made of terms that have
  // ended.
  bool only_turns() const { return form_ == Form::Pieces && terms_ && !looks_ahead_; }

 private:
  enum class Form {
    Rolling,  // (d − shift − period, d − shift]
    Forward,  // (d, d + period]
    Growing,  // (after, min(d, cap)] from the day `from` on; whole no earlier than `cap`
    Pieces,   // one fixed interval for each stretch of days
    ToDate,   // one beginning for each stretch of days, and the day itself
  };

  void add_piece(Date from, Date until, std::span<const Term> terms);
  DaySpan covered_days(const Stretch& covered) const;
  bool piece_covered(const Piece& piece, const std::vector<Stretch>& covered) const;
  bool grown_covered(const std::vector<Stretch>& covered) const;
  DaySpan other_days_of(Date start, Date end) const;
  DaySpan days_to_date(Date start, Date end) const;
  Steps<Frame> to_date_frame(const std::vector<Stretch>& covered) const;
  Steps<Frame> growing_frame(const std::vector<Stretch>& covered) const;

  Form form_ = Form::Pieces;
  bool terms_ = false;
  bool looks_ahead_ = false;
  Period period_;
  Period shift_;
  Date from_ = kForever;   // Growing
  Date after_ = kForever;  // Growing
  Date cap_ = kForever;    // Growing
  std::span<const Term> growing_terms_;
  ShortList<Piece, 1> pieces_;  // in order, and so are both ends of their intervals
};

}  // namespace hearth
