#include "evaluate/presence.h"

#include "evaluate/occurrences.h"

namespace hearth {
namespace {

void add_stretch(Timeline& line, Date first, Date last, DaySpan when, Truth value) {
  const auto days = both(when, {first, last < kForever ? last + 1 : kForever});
  if (days.empty()) return;
  Timeline stretch(Truth::No);
  stretch.then(days.from, value);
  if (days.until < kForever) stretch.then(days.until, Truth::No);
  line = either(line, stretch);
}

Timeline in_spells(const Selector& records, const Subject& subject) {
  Timeline line(Truth::No);
  for (const auto& one : occurrences(records, subject)) {
    if (one.sure && one.start <= one.sure_end) {
      add_stretch(line, one.start, one.sure_end, one.when, Truth::Yes);
    }
    if (!one.sure || one.sure_end < one.end) {
      add_stretch(line, one.start, one.end, one.when, Truth::Unknown);
    }
  }
  return line;
}

// The latest reading by each day, whatever its fields say, judged by the tests of its pick. Unknown
// while there is none, so that coverage decides.
Timeline standing_reading(const Pick& pick, const Subject& subject, bool& any) {
  const Selector all{{Pick{pick.type, {}}}, false};
  Timeline line(Truth::No);
  for (const auto& one : occurrences(all, subject)) {
    line.then(one.start, passes(table_of(subject.basis.facts, one.record), one.record.row, pick));
    any = true;
  }
  return line;
}

// From the first reading on, the standing reading decides; before it, coverage.
Timeline reading_line(const Pick& pick, const Subject& subject) {
  bool any = false;
  auto line = standing_reading(pick, subject, any);
  const auto covered = covered_line({{pick}, false}, subject);
  const auto absent =
      map(covered, [](Truth c) { return c == Truth::Yes ? Truth::No : Truth::Unknown; });
  if (!any) return absent;
  const Selector all{{Pick{pick.type, {}}}, false};
  const auto begun = yes_from(occurrences(all, subject).front().start);
  const auto before = both(absent, opposite(begun));
  return either(before, both(line, begun));
}

}  // namespace

Timeline covered_line(const Selector& records, const Subject& subject) {
  Timeline line(Truth::Yes);
  for (const auto& pick : records.picks) {
    Timeline covered(Truth::No);
    for (const auto& stretch : subject.basis.covered_of(pick.type, subject.carry)) {
      covered.then(stretch.first, Truth::Yes);
      if (stretch.last < kForever) covered.then(stretch.last + 1, Truth::No);
    }
    line = both(line, covered);
  }
  return line;
}

Timeline on_line(const On& node, const Subject& subject) {
  const auto& catalogue = subject.basis.facts.catalogue;
  Selector spells;
  spells.about_this_need = node.records.about_this_need;
  Timeline line(Truth::No);
  for (const auto& pick : node.records.picks) {
    if (catalogue[pick.type].shape == Shape::Spell)
      spells.picks.push_back(pick);
    else
      line = either(line, reading_line(pick, subject));
  }
  if (spells.picks.empty()) return line;
  // Outside every spell: no where covered, else unknown.
  const auto absent = map(covered_line(spells, subject), [](Truth covered) {
    return covered == Truth::Yes ? Truth::No : Truth::Unknown;
  });
  return either(line, either(in_spells(spells, subject), absent));
}

}  // namespace hearth
