#include "reference/change.h"

#include <algorithm>
#include <set>

#include "reference/numbers.h"
#include "reference/reads.h"

namespace hearth::reference {
namespace {

constexpr double kSlack = 1e-9;

// A fall from nothing: only a subject whose need began on such records can have achieved it.
Truth down_from_nothing(const Case& c, const Change& change, const Subject& subject, double later) {
  if (later > 0) return Truth::No;
  const auto selector = selector_of(c, c.plan[change.later]);
  if (!selector || !subject.need || !c.rule().need) return Truth::Unknown;
  const auto of_entry = types_read(c, *c.rule().need);
  const bool shared = std::ranges::any_of(
      selector->picks, [&](const Pick& pick) { return of_entry.contains(pick.type); });
  if (!shared) return Truth::Unknown;
  for (const auto& record : records(c, subject, *selector, *subject.need)) {
    if (record.match != Truth::Yes) continue;
    for (const auto& stand : record.stands) {
      if (stand.start <= *subject.need) return Truth::Yes;
    }
  }
  return Truth::Unknown;
}

// Whether a score is of this instrument, surely or possibly, and when.
struct Score {
  double instrument, value;
};

Score score(const Case& c, const SeenRecord& record) {
  const auto& type = c.facts.catalogue[record.type];
  return {record.field(type.field("instrument").value()),
          record.field(type.field("value").value())};
}

bool better(const Case& c, RecordTypeId type, double instrument, double before, double now) {
  const auto& field = c.facts.catalogue[type][c.facts.catalogue[type].field("instrument").value()];
  const auto* scale = c.facts.catalogue.instrument(field.codes[static_cast<int>(instrument)]);
  if (!scale) return false;
  return (scale->higher_is_better ? now - before : before - now) >= scale->least_change;
}

}  // namespace

Truth changed(const Case& c, const Change& change, const Subject& subject, Date on) {
  std::optional<Date> that;
  if (const auto window = window_of(c.plan[change.later])) {
    if (const auto days = window_days(c, *window, subject, on)) that = days->lo;
  }
  const auto later_bounds = value(c, change.later, subject, on);
  const auto earlier_bounds = value(c, change.earlier, subject, on, that);
  if (!later_bounds.exact() || !earlier_bounds.exact()) return Truth::Unknown;
  const double later = later_bounds.low;
  const double earlier = earlier_bounds.low * change.scale;
  switch (change.kind) {
    case ChangeKind::DownBy:
      if (earlier_bounds.low == 0) return down_from_nothing(c, change, subject, later);
      return truth_of(later <= earlier * (1 - change.amount) + kSlack);
    case ChangeKind::UpBy: return truth_of(later >= earlier * (1 + change.amount) - kSlack);
    case ChangeKind::UpByPoints: return truth_of(later >= earlier + change.amount - kSlack);
    case ChangeKind::Lower: return truth_of(later < earlier - kSlack);
    case ChangeKind::Higher: return truth_of(later > earlier + kSlack);
  }
  return Truth::Unknown;
}

Truth improved(const Case& c, const Improves& improves, const Subject& subject, Date on) {
  const auto since = anchor_day(c, improves.since, subject, on);
  if (!since) return Truth::Unknown;
  const auto all = records(c, subject, improves.scores, on);
  bool uncertain = false;
  std::set<double> instruments;
  for (const auto& record : all) {
    const bool by_now = std::ranges::any_of(record.stands, [&](auto& s) { return s.start <= on; });
    const auto [instrument, value] = score(c, record);
    const bool sure = record.match == Truth::Yes && is_known(instrument) && is_known(value);
    if (by_now && !sure) uncertain = true;
    if (by_now && sure) instruments.insert(instrument);
  }
  for (const double instrument : instruments) {
    const auto latest_in = [&](Date first, Date last) {
      return latest(all, [&](const SeenRecord& r, Date start) {
        const auto s = score(c, r);
        return r.match == Truth::Yes && s.instrument == instrument && is_known(s.value) &&
               first <= start && start <= last;
      });
    };
    const auto* before = latest_in(kBeginning, *since);
    const auto* now = latest_in(*since + 1, on);
    if (!before || !now) continue;
    if (better(c, now->type, instrument, score(c, *before).value, score(c, *now).value)) {
      return Truth::Yes;
    }
  }
  const WindowDays days{WindowKind::Since, on, *since, on, false, {}};
  for (const auto& pick : improves.scores.picks) {
    if (!whole(c, pick.type, days)) return Truth::Unknown;
  }
  return uncertain ? Truth::Unknown : Truth::No;
}

}  // namespace hearth::reference
