// `hearth timeline`: every stretch of days on which a criterion keeps one status.
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "engine/evaluate_families.h"
#include "engine/without_doubt.h"

namespace hearth {

struct TimelineRow {
  static constexpr std::array kColumns = {
      AnswerColumn{"family_id", "family"},
      AnswerColumn{"plan", "plan"},
      AnswerColumn{"criterion", "ref"},
      AnswerColumn{"from_date", "from", CellKind::Day},
      AnswerColumn{"to_date", "to", CellKind::Day},
      AnswerColumn{"status", "status"},
  };

  std::string_view family_id;
  std::string_view plan;
  std::string_view criterion;
  Date from;
  Date to;  // included; kForever where the status stands from then on
  Status status = Status::None;

  std::array<Cell, kColumns.size()> cells() const;
};

// What stands without doubtful links on days of a stretch on which that is another status: each
// once, in order of days. Nothing if the stretch rests on none.
std::vector<std::string> timeline_without(const Judge& judge, WithoutDoubt& without,
                                          const TimelineRow& row, Date last);

// Stretches from the family's start up to question.on, which is kForever to see every day the
// data decide. Stretches of status none are left out unless all are wanted. Rows come in order of
// family, criterion, day.
void timeline_rows(const Judge& judge, const FamiliesQuestion& question,
                   const std::function<bool(const TimelineRow&)>& take);

}  // namespace hearth
