#include "evaluate/findings.h"

#include <algorithm>

#include "evaluate/course.h"
#include "evaluate/explain.h"

namespace hearth {
namespace {

Date status_since(const Steps<Status>& status, Date on, Date started) {
  Date since = started;
  for (const auto& change : status.changes()) {
    if (change.from <= on) since = std::max(since, change.from);
  }
  return since;
}

// The line as it is up to a day, standing for ever from then on.
Timeline frozen(const Timeline& line, Date day) {
  Timeline result(line.initial());
  for (const auto& change : line.changes()) {
    if (change.from <= day) result.then(change.from, change.value);
  }
  return result;
}

// The first day of the outcome's standing run, if it stands on the day.
std::optional<Date> improved_since(const Course& course, Date on) {
  if (course.outcome.at(on) != Truth::Yes) return std::nullopt;
  return standing_since(course.outcome, on, *course.need_since);
}

// When the outcome is sustained if it goes on standing as it does.
std::optional<Date> first_claimable(const Basis& basis, FamilyId family, CriterionId criterion,
                                    const Course& course, Date on, Date improved) {
  if (const auto been = first_day(course.sustained, Truth::Yes, improved, on)) return been;
  const auto& dates = basis.facts.families[family.index];
  Family as_of = dates;
  if (as_of.closed && *as_of.closed > on) as_of.closed.reset();
  const auto standing =
      sustained_line(frozen(course.outcome, on), frozen(course.sooner, on),
                     basis.plan[criterion].sustain, as_of, *course.need_since, basis.terms);
  return first_day(standing, Truth::Yes, improved, kForever);
}

// Whether the status leans on coverage that is only carried.
bool leans_on_carry(const Basis& basis, FamilyId family, CriterionId criterion, Status status,
                    Date on) {
  if (!basis.carries || on < basis.criteria[criterion.index].carry_matters_from) return false;
  return course_of(basis, family, criterion, Carry::Ignored, nullptr).status.at(on) != status;
}

}  // namespace

std::string_view to_text(Status status) {
  static constexpr std::string_view kNames[] = {"none",   "need",    "progress",      "achieved",
                                                "lapsed", "unknown", "not_applicable"};
  return kNames[static_cast<std::size_t>(status)];
}

Finding finding_on(const Basis& basis, FamilyId family, CriterionId criterion, const Course& course,
                   Date on, Memo* memo) {
  Finding finding;
  finding.family = family;
  finding.criterion = criterion;
  finding.status = course.status.at(on);
  finding.status_since =
      status_since(course.status, on, basis.facts.families[family.index].started);
  if (course.need_since && *course.need_since <= on) {
    finding.need_since = course.need_since;
    finding.improved_since = improved_since(course, on);
  }
  if (finding.improved_since) {
    finding.first_claimable =
        first_claimable(basis, family, criterion, course, on, *finding.improved_since);
  }
  if (finding.status == Status::Achieved) finding.achieved_since = finding.status_since;
  finding.provisional = leans_on_carry(basis, family, criterion, finding.status, on);
  if (finding.status == Status::Unknown) {
    finding.settles = settles_of(basis, family, criterion, course, on, memo);
  }
  return finding;
}

}  // namespace hearth
