// The status of a criterion on one day, by the definitions of the plan language and nothing else.
#pragma once

#include "reference/judgement.h"

namespace hearth::reference {

// One criterion for one family, asked about day after day.
class Reference {
 public:
  explicit Reference(Case about) : judgement_(about) {}

  Status status(Date day);
  Truth entry(Date day);    // as the rule reads, whatever the family's dates
  Truth outcome(Date day);  // unknown while there is no need, and where it is undefined
  std::optional<Date> need_since(Date by);

 private:
  Status before_need(Date day);
  Status after_need(Date day, Date since);
  Truth sustained(Date day, Date since);
  Truth lasted(Date day, Date since);

  Judgement judgement_;
  std::optional<Date> need_;
  std::optional<Date> no_need_by_;
};

Status reference_status(const Plan& plan, const Facts& facts, FamilyId family,
                        CriterionId criterion, Date day, Carry carry = Carry::Counted);

}  // namespace hearth::reference
