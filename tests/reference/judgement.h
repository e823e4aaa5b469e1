// Answers whether a condition holds on one day, and since when a family or a person is in need.
//
// A condition is looked up by walking its nodes afresh for every day. What has been answered once
// is remembered, for a rule asks for the same days again and again (`for 13 weeks`), and for
// nothing else.
#pragma once

#include <map>
#include <tuple>

#include "reference/case.h"

namespace hearth::reference {

class Judgement {
 public:
  explicit Judgement(Case about) : c(about) {}

  Truth truth(ConditionId condition, const Subject& subject, Date on);

  // The first day from start to closure, but not after `by`, on which the entry rule is yes.
  std::optional<Date> need_since(Date by);

  // The first day from then on which the person was one of those for whom it was.
  std::optional<Date> joined(PersonId person, Date by);

  const Case c;

 private:
  friend struct Answer;
  bool joins(PersonId person, Date day);

  std::map<std::tuple<ConditionId, Subject, Date>, Truth> known_;
  std::map<PersonId, Date> joined_;
  std::map<PersonId, Date> not_joined_by_;
};

}  // namespace hearth::reference
