// One thread's seat at the Judge: it takes families one after another, and remembers what it worked
// out of the one at hand.
#pragma once

#include <memory>
#include <vector>

#include "evaluate/judge.h"
#include "evaluate/window_days.h"

namespace hearth {

class Memo;  // memo.h

class FamilyJudge {
 public:
  explicit FamilyJudge(const Judge& judge);  // which must outlive it
  ~FamilyJudge();
  FamilyJudge(FamilyJudge&&) noexcept;

  // Turns to a family: one course a criterion, by CriterionId; good until the next. Right from the
  // family's start to `last`; what lies outside those days was not looked at.
  const std::vector<Course>& courses(FamilyId family, Date last);

  // Right on every day there is.
  const std::vector<Course>& courses(FamilyId family, Carry carry = Carry::Counted);

  // How a course of the family at hand stands on a day, with `provisional` and `settles` filled in.
  Finding finding(CriterionId criterion, Date on);

 private:
  void judge(FamilyId family, Carry carry, DaySpan asked);

  const Basis* basis_;
  std::unique_ptr<Memo> memo_;
  std::vector<Course> courses_;
};

}  // namespace hearth
