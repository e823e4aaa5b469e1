#include "evaluate/measure.h"

#include <algorithm>

namespace hearth {
namespace {

void add(Ratio& sum, const Ratio& ratio) {
  sum.top += ratio.top;
  sum.bottom += ratio.bottom;
}

// A measure of the rows of one table.
class Ratios {
 public:
  Ratios(const Measure& measure, const RecordTable& table)
      : bottom_(table.fields[measure.bottom.index].data()) {
    for (const auto& part : measure.top) {
      top_.push_back({part.sign, table.fields[part.field.index].data()});
    }
  }

  Ratio of(std::uint32_t row) const {
    Ratio ratio{0, bottom_[row]};
    for (const auto& [sign, values] : top_.items()) ratio.top += sign * values[row];
    if (!is_known(ratio.top)) ratio.bottom = kNotKnown;
    return ratio;
  }

 private:
  struct Part {
    double sign;
    const double* values;
  };

  ShortList<Part, 4> top_;
  const double* bottom_;
};

Ratio ratio_of(const Measure& measure, const RecordTable& table, std::uint32_t row) {
  return Ratios(measure, table).of(row);
}

class Sums {
 public:
  Sums(const Measure& measure, const std::vector<Occurrence>& found, const Facts& facts) {
    rows_.reserve(found.size());
    for (const auto& one : found) {
      const auto& table = table_of(facts, one.record);
      rows_.push_back({one.start, one.end, ratio_of(measure, table, one.record.row)});
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
      add(sum, row->ratio);
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

}  // namespace

TermSums sums_of_terms(const Measure& measure, const std::vector<Occurrence>& found,
                       const Facts& facts, std::span<const Term> terms) {
  TermSums sums;
  sums.reserve(terms.size());
  auto next = found.begin();
  for (const auto& term : terms) {
    while (next != found.end() && next->start < term.first) ++next;
    Ratio sum;
    for (; next != found.end() && next->start <= term.last; ++next) {
      if (next->end > term.last) continue;
      add(sum, ratio_of(measure, table_of(facts, next->record), next->record.row));
    }
    sums.push_back(sum);
  }
  return sums;
}

TermSums sums_of_terms(const Measure& measure, const RecordTable& table, PersonId person,
                       std::span<const Term> terms) {
  TermSums sums;
  sums.reserve(terms.size());
  const auto rows = table.rows_of(person.index);
  if (rows.empty()) {
    for (std::size_t i = 0; i < terms.size(); ++i) sums.push_back({});
    return sums;
  }
  const Ratios ratios(measure, table);
  auto next = rows.begin();
  for (const auto& term : terms) {
    while (next != rows.end() && table.start[*next] < term.first) ++next;
    Ratio sum;
    for (; next != rows.end() && table.start[*next] <= term.last; ++next) {
      if (table.end_of(*next) <= term.last) add(sum, ratios.of(*next));
    }
    sums.push_back(sum);
  }
  return sums;
}

// What lies in the window changes only from piece to piece.
NumberLine measure_line(const TermSums& sums, std::span<const Term> terms, const WindowDays& window,
                        DaySpan asked) {
  NumberLine line(Bounds::unknown());
  Date until = kForever;  // of the piece before
  const auto sum_of = [&](const Term& term) { return sums.items()[&term - terms.data()]; };
  window.each_piece(asked, [&](const WindowDays::Piece& piece) {
    if (until < piece.from) line.then(until, Bounds::unknown());
    line.then(piece.from, over_terms(piece.terms, sum_of));
    until = piece.until;
  });
  if (until < kForever) line.then(until, Bounds::unknown());
  return line;
}

NumberLine measure_line(const Measure& measure, const std::vector<Occurrence>& found,
                        const WindowDays& window, const Facts& facts) {
  const Sums sums(measure, found, facts);
  NumberLine line(Bounds::unknown());
  if (sums.empty()) return line;
  for (const Date day : sums.turns(window)) {
    if (day < kForever) line.then(day, value_on(sums, window, day));
  }
  return line;
}

}  // namespace hearth
