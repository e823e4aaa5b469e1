#include "evaluate/measure.h"

#include <algorithm>

#include "evaluate/occurrences.h"

namespace hearth {
namespace {

struct Ratio {
  double top = 0;
  double bottom = 0;  // not known if any field it needs is not
};

class Sums {
 public:
  Sums(const Measure& measure, const Subject& subject) : measure_(measure) {
    const Selector all{{Pick{measure.type, {}}}, false};
    for (const auto& one : occurrences(all, subject)) {
      const auto& table = table_of(subject.basis.facts, one.record);
      rows_.push_back({one.start, one.end, ratio_of(table, one.record.row)});
    }
  }

  // Over the records that lie wholly in [first, last] and begin no later than `begun_by`.
  Ratio over(Date first, Date last, Date begun_by) const {
    Ratio sum;
    for (const auto& row : rows_) {
      if (row.start < first || row.end > last || row.start > begun_by) continue;
      sum.top += row.ratio.top;
      sum.bottom += row.ratio.bottom;
    }
    return sum;
  }

  std::vector<Date> turns(const WindowDays& window) const {
    auto days = window.turns();
    if (window.only_turns()) return days;
    for (const auto& row : rows_) {
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
  std::vector<Row> rows_;
};

Bounds ratio(double top, double bottom) {
  return bottom > 0 ? Bounds::exactly(top / bottom) : Bounds::unknown();
}

Bounds value_on(const Sums& sums, const WindowDays& window, Date day) {
  const auto interval = window.reach(day);
  if (!interval) return Bounds::unknown();
  const Date begun_by = window.looks_ahead() ? kForever : day;
  if (!window.made_of_terms()) {
    const auto sum = sums.over(interval->after + 1, interval->upto, begun_by);
    return ratio(sum.top, sum.bottom);
  }
  Ratio total;
  for (const auto& term : window.terms_on(day)) {
    const auto sum = sums.over(term.first, term.last, begun_by);
    if (!(sum.bottom > 0)) return Bounds::unknown();
    total.top += sum.top;
    total.bottom += sum.bottom;
  }
  return ratio(total.top, total.bottom);
}

}  // namespace

NumberLine measure_line(const MeasureIn& measure, const WindowDays& window,
                        const Subject& subject) {
  const Sums sums(subject.basis.facts.catalogue[measure.measure], subject);
  NumberLine line(Bounds::unknown());
  if (sums.empty()) return line;
  for (const Date day : sums.turns(window)) {
    if (day < kForever) line.then(day, value_on(sums, window, day));
  }
  return line;
}

}  // namespace hearth
