#include "evaluate/judge.h"

#include "evaluate/basis.h"
#include "evaluate/course.h"
#include "evaluate/explain.h"
#include "evaluate/family_judge.h"
#include "evaluate/findings.h"
#include "evaluate/memo.h"

namespace hearth {

Judge::Judge(const Plan& plan, const Facts& facts, std::vector<FamilyId> not_started)
    : basis_(new Basis(plan, facts, std::move(not_started))) {}
Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;

const Plan& Judge::plan() const { return basis_->plan; }
const Facts& Judge::facts() const { return basis_->facts; }
bool Judge::has_begun(FamilyId family) const { return basis_->has_begun(family); }

std::vector<Course> Judge::courses(FamilyId family, Carry carry) const {
  return FamilyJudge(*this).courses(family, carry);
}

Course Judge::course(FamilyId family, CriterionId criterion, Carry carry) const {
  Memo memo(*basis_);
  memo.begin(family);
  return course_of(*basis_, family, criterion, carry, &memo);
}

Finding Judge::finding(FamilyId family, CriterionId criterion, const Course& course,
                       Date on) const {
  Memo memo(*basis_);
  memo.begin(family);
  return finding_on(*basis_, family, criterion, course, on, &memo);
}

Explanation Judge::explain(FamilyId family, CriterionId criterion, Date on) const {
  return hearth::explain(*basis_, family, criterion, on);
}

}  // namespace hearth
