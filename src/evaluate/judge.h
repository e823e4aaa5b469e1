// Judges families: plan × facts → a course for every criterion.
//
// A Judge holds what is the same for every family (coverage over time, term windows, parameter
// steps) and is read-only once made, so threads share one. It never reads a clock: the day is an
// argument of the question, and a course covers all days at once.
#pragma once

#include <memory>
#include <vector>

#include "evaluate/evidence.h"
#include "evaluate/finding.h"
#include "facts/facts.h"
#include "language/plan.h"

namespace hearth {

// Whether coverage is taken to stand `carry` days longer than the feed says (design 5.2).
enum class Carry { Counted, Ignored };

struct Basis;  // basis.h

class Judge {
 public:
  // Both must outlive the judge. The record types and instruments of the plan's catalogue must be
  // those the facts were read with; measures are the plan's own affair.
  // Of families that work has not begun with only needs are found: nothing can have improved yet.
  Judge(const Plan& plan, const Facts& facts, std::vector<FamilyId> not_started = {});
  ~Judge();
  Judge(Judge&&) noexcept;

  const Basis& basis() const { return *basis_; }
  const Plan& plan() const;
  const Facts& facts() const;
  bool has_begun(FamilyId family) const;

  // One course a criterion, by CriterionId.
  std::vector<Course> courses(FamilyId family, Carry carry = Carry::Counted) const;
  Course course(FamilyId family, CriterionId criterion, Carry carry = Carry::Counted) const;

  // How the course stands on a day, with `provisional` and `settles` filled in.
  Finding finding(FamilyId family, CriterionId criterion, const Course& course, Date on) const;

  // Everything that decided the finding: the rule's words, each person judged, windows, numbers,
  // records and coverage.
  Explanation explain(FamilyId family, CriterionId criterion, Date on) const;

 private:
  std::unique_ptr<const Basis> basis_;
};

}  // namespace hearth
