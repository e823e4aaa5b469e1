#include "evaluate/course.h"

#include <algorithm>

#include "evaluate/conditions.h"
#include "evaluate/memo.h"

namespace hearth {
namespace {

// The last day on which a need may begin.
Date last_entry_day(const Family& family) { return family.closed.value_or(kForever); }

Truth both_yes(Truth a, Truth b) { return truth_of(a == Truth::Yes && b == Truth::Yes); }

std::vector<InNeed> find_in_need(const Subject& subject, const Timeline& entry, Date since) {
  std::vector<InNeed> found;
  const auto& basis = subject.basis;
  const Date last = last_entry_day(subject.family_facts());
  for (const auto quantifier : basis.criteria[subject.criterion.index].in_need_by) {
    const auto& node = std::get<People>(basis.plan[quantifier].node);
    each_person(node.who, subject, [&](PersonId person, const Timeline& counts) {
      const auto applies = applies_line(node.who, person, counts, subject);
      if (always(applies, Truth::No)) return;
      const auto body = condition_line(node.body, subject.about(person));
      if (!first_day(body, Truth::Yes, since, last)) return;
      const auto holds = combine(applies, body, both_yes);
      const auto day = first_day(combine(entry, holds, both_yes), Truth::Yes, since, last);
      if (!day) return;
      const auto known = std::ranges::find(found, person, &InNeed::person);
      if (known == found.end())
        found.push_back({person, *day});
      else
        known->since = std::min(known->since, *day);
    });
  }
  return found;
}

Timeline no_before(const Timeline& line, Date day) {
  return combine(line, yes_from(day),
                 [](Truth t, Truth is_begun) { return is_begun == Truth::Yes ? t : Truth::No; });
}

// Whether it has been yes on some day from `since` up to the day before.
Timeline was_yes_before(const Timeline& line, Date since) {
  const auto first = first_day(line, Truth::Yes, since, kForever);
  return first ? yes_from(*first + 1) : Timeline(Truth::No);
}

Status status_of(Truth outcome, Truth sustained, Truth was_yes) {
  switch (outcome) {
    case Truth::Yes: return sustained == Truth::Yes ? Status::Achieved : Status::Progress;
    case Truth::No: return was_yes == Truth::Yes ? Status::Lapsed : Status::Need;
    case Truth::Unknown: return Status::Unknown;
    case Truth::NotApplicable: break;
  }
  return Status::NotApplicable;
}

struct SoFar {
  Truth sustained;
  Truth was_yes;

  bool operator==(const SoFar&) const = default;
};

Steps<Status> status_after_need(const Course& course, Date since) {
  const auto was = was_yes_before(course.outcome, since);
  const auto state = combine(course.sustained, was, [](Truth a, Truth b) { return SoFar{a, b}; });
  return combine(course.outcome, state, [](Truth outcome, const SoFar& so_far) {
    return status_of(outcome, so_far.sustained, so_far.was_yes);
  });
}

void append_from(Steps<Status>& line, const Steps<Status>& other, Date from) {
  line.then(from, other.at(from));
  for (const auto& change : other.changes()) {
    if (change.from > from) line.then(change.from, change.value);
  }
}

// Before the need began: unknown from the first day on which entry was.
Steps<Status> status_before_need(const Course& course, const Family& family) {
  Steps<Status> line(Status::None);
  const Date last = course.need_since ? *course.need_since - 1 : last_entry_day(family);
  const auto unknown = first_day(course.entry, Truth::Unknown, family.started, last);
  if (unknown) line.then(*unknown, Status::Unknown);
  return line;
}

// What has lasted, of an outcome that is no before the need.
Timeline lasted_line(const Timeline& held, const Sustain& sustain, const Family& family,
                     Date need_since, const TermCalendar& terms) {
  switch (sustain.kind) {
    case SustainKind::InWindow: return held;
    case SustainKind::WindowFor: return both(wholly_after(need_since, sustain.period, terms), held);
    case SustainKind::For: return lasting(held, sustain.period, terms);
    case SustainKind::AfterClosure: break;
  }
  if (!family.closed) return Timeline(Truth::No);
  return both(wholly_after(*family.closed, sustain.period, terms),
              lasting(held, sustain.period, terms));
}

}  // namespace

Subject family_subject(const Basis& basis, FamilyId family, CriterionId criterion, Carry carry,
                       Memo* memo) {
  const DaySpan asked = memo ? memo->asked() : kAlways;
  return {basis, carry, family, criterion, std::nullopt, nullptr, std::nullopt, memo, asked};
}

Timeline sustained_line(const Timeline& outcome, const Timeline& sooner, const Sustain& sustain,
                        const Family& family, Date need_since, const TermCalendar& terms) {
  const auto held = no_before(outcome, need_since);
  const auto lasted = lasted_line(held, sustain, family, need_since, terms);
  return always(sooner, Truth::No) ? lasted : either(lasted, combine(held, sooner, both_yes));
}

Course course_of(const Basis& basis, FamilyId family, CriterionId criterion, Carry carry,
                 Memo* memo) {
  Course course;
  const auto& rule = basis.plan[criterion];
  course.entry = course.sooner = Timeline(Truth::No);
  course.outcome = course.sustained = Timeline(Truth::Unknown);
  if (!rule.need) return course;

  Subject subject = family_subject(basis, family, criterion, carry, memo);
  const auto& dates = basis.facts.families[family.index];
  course.entry = either(condition_line(*rule.need, subject), Timeline(Truth::No));
  course.need_since = first_day(course.entry, Truth::Yes, dates.started, last_entry_day(dates));
  course.status = status_before_need(course, dates);
  if (!course.need_since) return course;

  course.in_need = find_in_need(subject, course.entry, *course.need_since);
  if (!basis.has_begun(family)) {
    course.status.then(*course.need_since, Status::Need);
    return course;
  }
  subject.need = course.need_since;
  subject.in_need = &course.in_need;
  subject.ask_from(*course.need_since);
  course.outcome = rule.outcome ? condition_line(*rule.outcome, subject) : Timeline(Truth::No);
  if (rule.sooner) course.sooner = condition_line(*rule.sooner, subject);
  course.sustained = sustained_line(course.outcome, course.sooner, rule.sustain, dates,
                                    *course.need_since, basis.terms);
  append_from(course.status, status_after_need(course, *course.need_since), *course.need_since);
  return course;
}

}  // namespace hearth
