#include "evaluate/missing.h"

#include <fmt/format.h>

#include <algorithm>

#include "evaluate/ends.h"

namespace hearth {
namespace {

Stretch bounded(const Interval& interval, const std::vector<Stretch>& covered) {
  Stretch wanted{interval.after + 1, interval.upto};
  if (wanted.first <= kBeginning + 1) {
    wanted.first = covered.empty() ? interval.upto : std::min(covered.front().first, interval.upto);
  }
  return wanted;
}

}  // namespace

void add_once(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

std::vector<Stretch> uncovered(const Stretch& wanted, const std::vector<Stretch>& covered) {
  std::vector<Stretch> missing;
  Date next = wanted.first;
  for (const auto& stretch : covered) {
    if (stretch.last < next) continue;
    if (stretch.first > wanted.last) break;
    if (stretch.first > next) missing.push_back({next, stretch.first - 1});
    next = stretch.last + 1;
  }
  if (next <= wanted.last) missing.push_back({next, wanted.last});
  return missing;
}

std::vector<CoverageUsed> coverage_used(const Selector& records, const Interval& interval,
                                        const Subject& subject) {
  std::vector<CoverageUsed> used;
  for (const auto& pick : records.picks) {
    if (subject.basis.facts.catalogue[pick.type].always_covered) continue;
    const auto& covered = subject.basis.covered_of(pick.type, subject.carry);
    const auto wanted = bounded(interval, covered);
    if (wanted.first > wanted.last) continue;
    used.push_back({pick.type, wanted, uncovered(wanted, covered)});
  }
  return used;
}

void add_missing_coverage(std::vector<std::string>& settles, const std::vector<CoverageUsed>& used,
                          const Catalogue& catalogue) {
  for (const auto& one : used) {
    for (const auto& gap : one.missing) {
      const auto& name = catalogue[one.type].name;
      add_once(settles, gap.first == gap.last
                            ? fmt::format("coverage of {} on {}", name, to_text(gap.first))
                            : fmt::format("coverage of {} {} to {}", name, to_text(gap.first),
                                          to_text(gap.last)));
    }
  }
}

std::string missing_anchor(const Window& window, const Subject& subject, Date on) {
  if (window.anchored() && window.anchor == Anchor::Closure) {
    const auto closed = subject.anchor(Anchor::Closure);
    if (!closed || *closed > on) return "the closing date";
  }
  if (window.kind == WindowKind::Since && window.period.count > 0 &&
      window.period.unit != Unit::Term) {
    const auto anchor = anchor_on(window, subject, on);
    return anchor ? fmt::format("time: the window opens after {}",
                                to_text(plus(*anchor, window.period)))
                  : std::string();
  }
  if (window.period.unit == Unit::Term) {
    return fmt::format("{} in the term calendar by {}", to_text(window.period), to_text(on));
  }
  return {};
}

void add_missing_fields(std::vector<std::string>& settles, const Occurrence& uncertain,
                        const Selector& records, const Facts& facts) {
  const auto& pick = records.picks[uncertain.pick];
  const auto& table = table_of(facts, uncertain.record);
  const auto& lineage = table.lineage[uncertain.record.row];
  const auto& type = facts.catalogue[pick.type];
  const auto add_if_missing = [&](FieldId field) {
    if (is_known(table.fields[field.index][uncertain.record.row])) return;
    const std::string file = lineage.file < facts.files.size() ? facts.files[lineage.file] : "";
    add_once(settles,
             fmt::format("{} of {}, {} row {}", type[field].name, type.name, file, lineage.row));
  };
  for (const auto& where : pick.where) add_if_missing(where.field);
  if (records.about_this_need && names_no_need(table, uncertain.record.row, type)) {
    add_if_missing(*type.field("topic"));
  }
}

std::string subject_words(const Subject& subject) {
  return subject.person ? subject.basis.facts.people[subject.person->index].id : "the family";
}

}  // namespace hearth
