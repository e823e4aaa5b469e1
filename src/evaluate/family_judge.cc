#include "evaluate/family_judge.h"

#include <algorithm>

#include "evaluate/basis.h"
#include "evaluate/course.h"
#include "evaluate/findings.h"
#include "evaluate/memo.h"

namespace hearth {
namespace {

bool has_records(const Facts& facts, FamilyId family, RecordTypeId type) {
  if (!facts.of_families[type.index].rows_of(family.index).empty()) return true;
  const auto& of_people = facts.of_people[type.index];
  return std::ranges::any_of(facts.members_of(family), [&](std::uint32_t member) {
    return !of_people.rows_of(facts.members[member].person.index).empty();
  });
}

// Of the types that any entry reads.
TypeSet types_present(const Basis& basis, FamilyId family) {
  TypeSet types(basis.facts.catalogue.record_types.size());
  for (const auto type : basis.entry_types) {
    if (has_records(basis.facts, family, type)) types.add(type);
  }
  return types;
}

// Whether the criterion can be no need of a family without records of the types it reads.
bool plainly_none(const CriterionBrief& brief, const Family& family, Carry carry) {
  const auto& greatest = brief.entry_without_records[static_cast<std::size_t>(carry)];
  const Date last = family.closed.value_or(kForever);
  return !first_day(greatest, Truth::Yes, family.started, last) &&
         !first_day(greatest, Truth::Unknown, family.started, last);
}

Course course_of_none() {
  Course course;
  course.status = Steps<Status>(Status::None);
  course.entry = course.sooner = Timeline(Truth::No);
  course.outcome = course.sustained = Timeline(Truth::Unknown);
  return course;
}

}  // namespace

FamilyJudge::FamilyJudge(const Judge& judge)
    : basis_(&judge.basis()), memo_(std::make_unique<Memo>(judge.basis())) {}
FamilyJudge::~FamilyJudge() = default;
FamilyJudge::FamilyJudge(FamilyJudge&&) noexcept = default;

const std::vector<Course>& FamilyJudge::courses(FamilyId family, Date last) {
  const Date started = basis_->facts.families[family.index].started;
  judge(family, Carry::Counted,
        {basis_->looked_back_from(started), last >= kForever ? kForever : last + 1});
  return courses_;
}

const std::vector<Course>& FamilyJudge::courses(FamilyId family, Carry carry) {
  judge(family, carry, kAlways);
  return courses_;
}

void FamilyJudge::judge(FamilyId family, Carry carry, DaySpan asked) {
  const auto present = types_present(*basis_, family);
  const auto& dates = basis_->facts.families[family.index];
  memo_->begin(family, asked);
  courses_.clear();
  for (std::size_t c = 0; c < basis_->plan.criteria.size(); ++c) {
    const auto& brief = basis_->criteria[c];
    const bool nothing = !brief.entry_types.meets(present) && plainly_none(brief, dates, carry);
    courses_.push_back(nothing ? course_of_none()
                               : course_of(*basis_, family, CriterionId(c), carry, memo_.get()));
  }
}

Finding FamilyJudge::finding(CriterionId criterion, Date on) {
  return finding_on(*basis_, memo_->family(), criterion, courses_[criterion.index], on,
                    memo_.get());
}

}  // namespace hearth
