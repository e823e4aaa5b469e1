#include "evaluate/measure.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "timeline/short_list.h"

namespace hearth {
namespace {

struct Ratio {
  double top = 0;
  double bottom = 0;  // not known if any field it needs is not
};

class Sums {
 public:
  Sums(const Measure& measure, const std::vector<Occurrence>& found, const Facts& facts)
      : measure_(measure) {
    rows_.reserve(found.size());
    for (const auto& one : found) {
      rows_.push_back({one.start, one.end, ratio_of(table_of(facts, one.record), one.record.row)});
    }
  }

  // Over the records that lie wholly in [first, last] and begin no later than `begun_by`.
  Ratio over(Date first, Date last, Date begun_by) const {
    Ratio sum;
    const Date latest_start = std::min(last, begun_by);
    const auto rows = rows_.items();
    for (auto row = std::ranges::lower_bound(rows, first, {}, &Row::start);
         row != rows.end() && row->start <= latest_start; ++row) {
      if (row->end > last) continue;
      sum.top += row->ratio.top;
      sum.bottom += row->ratio.bottom;
    }
    return sum;
  }

  // The days on which what lies in the window may change.
  std::vector<Date> turns(const WindowDays& window) const {
    auto days = window.turns();
    for (const auto& row : rows_.items()) {
      days.insert(days.end(), {row.start, row.end});
      for (const Date day : {row.start, row.end}) {
        const DaySpan inside = window.days_of(day, day);
        if (!inside.empty()) days.insert(days.end(), {inside.from, inside.until});
      }
    }
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
  }

  bool empty() const { return rows_.empty(); }

 private:
  struct Row {
    Date start;
    Date end;
    Ratio ratio;
  };

  Ratio ratio_of(const RecordTable& table, std::uint32_t row) const {
    Ratio ratio{0, table.fields[measure_.bottom.index][row]};
    for (const auto& part : measure_.top) {
      ratio.top += part.sign * table.fields[part.field.index][row];
    }
    if (!is_known(ratio.top)) ratio.bottom = kNotKnown;
    return ratio;
  }

  const Measure& measure_;
  ShortList<Row, 24> rows_;  // a child has few terms
};

Bounds ratio(double top, double bottom) {
  return bottom > 0 ? Bounds::exactly(top / bottom) : Bounds::unknown();
}

// `sum_of(term)` answers the sum of the records of one term.
template <typename SumOf>
Bounds over_terms(std::span<const Term> terms, SumOf sum_of) {
  Ratio total;
  for (const auto& term : terms) {
    const Ratio sum = sum_of(term);
    if (!(sum.bottom > 0)) return Bounds::unknown();
    total.top += sum.top;
    total.bottom += sum.bottom;
  }
  return ratio(total.top, total.bottom);
}

// The sums of the terms last asked for: pieces that follow one another share theirs.
class TermSums {
 public:
  explicit TermSums(const Sums& sums) : sums_(sums) {}

  Ratio of(const Term& term) {
    auto& kept = kept_[reinterpret_cast<std::uintptr_t>(&term) / sizeof(Term) % kKept];
    if (kept.term != &term) kept = {&term, sums_.over(term.first, term.last, kForever)};
    return kept.sum;
  }

 private:
  static constexpr std::size_t kKept = 8;
  struct Kept {
    const Term* term = nullptr;
    Ratio sum;
  };
  const Sums& sums_;
  std::array<Kept, kKept> kept_;
};

Bounds value_on(const Sums& sums, const WindowDays& window, Date day) {
  const auto interval = window.reach(day);
  if (!interval) return Bounds::unknown();
  const Date begun_by = window.looks_ahead() ? kForever : day;
  if (window.made_of_terms()) {
    return over_terms(window.terms_on(day),
                      [&](const Term& term) { return sums.over(term.first, term.last, begun_by); });
  }
  const auto sum = sums.over(interval->after + 1, interval->upto, begun_by);
  return ratio(sum.top, sum.bottom);
}

// What lies in the window changes only from piece to piece.
NumberLine line_over_pieces(const Sums& sums, const WindowDays& window, DaySpan asked) {
  NumberLine line(Bounds::unknown());
  TermSums of_terms(sums);
  window.each_piece(asked, [&](DaySpan days, std::span<const Term> terms) {
    line.then(days.from, over_terms(terms, [&](const Term& term) { return of_terms.of(term); }));
    if (days.until < kForever) line.then(days.until, Bounds::unknown());
  });
  return line;
}

}  // namespace

NumberLine measure_line(const Measure& measure, const std::vector<Occurrence>& found,
                        const WindowDays& window, const Facts& facts, DaySpan asked) {
  const Sums sums(measure, found, facts);
  NumberLine line(Bounds::unknown());
  if (sums.empty()) return line;
  if (window.only_turns()) return line_over_pieces(sums, window, asked);
  for (const Date day : sums.turns(window)) {
    if (day < kForever) line.then(day, value_on(sums, window, day));
  }
  return line;
}

}  // namespace hearth
