#include "evaluate/ends.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "evaluate/missing.h"
#include "evaluate/occurrences.h"

namespace hearth {
namespace {

struct End {
  bool sure = false;
  Occurrence of;  // one of those that end then, a sure one if there is any
};

// By day. Only whole ends: a stretch that was cut by a membership is no end of its spell.
std::map<Date, End> ends_of(const Selector& ended, const Subject& subject) {
  std::map<Date, End> ends;
  for (const auto& one : occurrences(ended, subject)) {
    const Date last = table_of(subject.basis.facts, one.record).end_of(one.record.row);
    if (last >= kForever || one.end != last) continue;
    const auto [place, first] = ends.try_emplace(last, End{one.sure, one});
    if (!first && one.sure && !place->second.sure) place->second = {true, one};
  }
  return ends;
}

// The first day after `end` on which another end may have been missed.
Date known_until(const Selector& ended, Date end, const Subject& subject) {
  Date until = kForever;
  for (const auto& pick : ended.picks) {
    const auto& covered = subject.basis.covered_of(pick.type, subject.carry);
    const auto gaps = uncovered({end + 1, kForever}, covered);
    if (!gaps.empty()) until = std::min(until, gaps.front().first);
  }
  return until;
}

}  // namespace

std::vector<LatestEnd> latest_ends(const Selector& ended, const Subject& subject) {
  std::vector<LatestEnd> latest;
  const auto ends = ends_of(ended, subject);
  for (auto end = ends.begin(); end != ends.end(); ++end) {
    if (!end->second.sure) continue;
    const auto next = std::next(end);
    const Date until = std::min(next == ends.end() ? kForever : next->first,
                                known_until(ended, end->first, subject));
    latest.push_back({{end->first, until}, end->first, end->second.of.record});
  }
  return latest;
}

std::optional<LatestEnd> latest_end_on(const Selector& ended, const Subject& subject, Date on) {
  for (const auto& one : latest_ends(ended, subject)) {
    if (one.days.from <= on && on < one.days.until) return one;
  }
  return std::nullopt;
}

std::optional<Date> anchor_on(const Window& window, const Subject& subject, Date on) {
  if (window.anchor != Anchor::End) return subject.anchor(window.anchor);
  const auto latest = latest_end_on(subject.basis.plan[window.ended], subject, on);
  return latest ? std::optional(latest->end) : std::nullopt;
}

std::vector<std::string> missing_end(const Selector& ended, const Subject& subject, Date on) {
  std::vector<std::string> settles;
  const auto& facts = subject.basis.facts;
  const auto ends = ends_of(ended, subject);
  auto latest = ends.upper_bound(on);
  if (latest == ends.begin()) {
    const auto& name = facts.catalogue[ended.picks.front().type].name;
    settles.push_back(fmt::format("the end of a {} of {}", name, subject_words(subject)));
    return settles;
  }
  --latest;
  if (!latest->second.sure) add_missing_fields(settles, latest->second.of, ended, facts);
  add_missing_coverage(settles, coverage_used(ended, {latest->first, on}, subject),
                       facts.catalogue);
  return settles;
}

}  // namespace hearth
