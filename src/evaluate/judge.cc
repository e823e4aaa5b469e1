#include "evaluate/judge.h"

#include "evaluate/basis.h"
#include "evaluate/course.h"
#include "evaluate/explain.h"
#include "evaluate/findings.h"
#include "evaluate/memo.h"

namespace hearth {
namespace {

TypeSet types_present(const Facts& facts, FamilyId family) {
  TypeSet types(facts.catalogue.record_types.size());
  for (std::size_t type = 0; type < facts.catalogue.record_types.size(); ++type) {
    bool present = !facts.of_families[type].rows_of(family.index).empty();
    for (const auto member : facts.members_of(family)) {
      if (present) break;
      present = !facts.of_people[type].rows_of(facts.members[member].person.index).empty();
    }
    if (present) types.add(RecordTypeId(type));
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
  course.entry = Timeline(Truth::No);
  course.outcome = course.sustained = Timeline(Truth::Unknown);
  return course;
}

}  // namespace

Judge::Judge(const Plan& plan, const Facts& facts) : basis_(new Basis(plan, facts)) {}
Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;

const Plan& Judge::plan() const { return basis_->plan; }
const Facts& Judge::facts() const { return basis_->facts; }

std::vector<Course> Judge::courses(FamilyId family, Carry carry) const {
  const auto present = types_present(basis_->facts, family);
  const auto& dates = basis_->facts.families[family.index];
  Memo memo;
  std::vector<Course> courses;
  courses.reserve(basis_->plan.criteria.size());
  for (std::size_t c = 0; c < basis_->plan.criteria.size(); ++c) {
    const auto& brief = basis_->criteria[c];
    const bool nothing = !brief.entry_types.meets(present) && plainly_none(brief, dates, carry);
    courses.push_back(nothing ? course_of_none()
                              : full_course(*basis_, family, CriterionId(c), carry, &memo).course);
  }
  return courses;
}

Course Judge::course(FamilyId family, CriterionId criterion, Carry carry) const {
  return full_course(*basis_, family, criterion, carry).course;
}

Finding Judge::finding(FamilyId family, CriterionId criterion, const Course& course,
                       Date on) const {
  return finding_on(*basis_, family, criterion, course, on);
}

Explanation Judge::explain(FamilyId family, CriterionId criterion, Date on) const {
  return hearth::explain(*basis_, family, criterion, on);
}

}  // namespace hearth
