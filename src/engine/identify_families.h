// `hearth identify`: the families that meet a plan's `eligible` clause on a day.
//
// A criterion counts as a need from the day its need was found, whatever has become of it since.
// Families that had not started by the day, or whose case was closed before it, are not looked at.
#pragma once

#include <array>
#include <functional>

#include "engine/evaluate_families.h"
#include "engine/without_doubt.h"

namespace hearth {

struct IdentifiedRow {
  static constexpr std::array kColumns = {
      AnswerColumn{"family_id", "family"},
      AnswerColumn{"needs", "needs", CellKind::Whole},
      AnswerColumn{"unknown", "unknown", CellKind::Whole},
      AnswerColumn{"criteria", "criteria", CellKind::Texts},
  };

  std::string family_id;
  std::string plan;                   // not among the columns: one plan is asked
  std::int64_t needs = 0;             // criteria with a need
  std::int64_t unknown = 0;           // criteria for which the data cannot say
  std::vector<std::string> criteria;  // the refs of the needs, in plan order

  std::array<Cell, kColumns.size()> cells() const;
};

// The same where several plans are asked: the plan has a column.
struct IdentifiedOfPlan {
  static constexpr std::array kColumns = {
      IdentifiedRow::kColumns[0], AnswerColumn{"plan", "plan"}, IdentifiedRow::kColumns[1],
      IdentifiedRow::kColumns[2], IdentifiedRow::kColumns[3],
  };

  const IdentifiedRow& row;

  std::array<Cell, kColumns.size()> cells() const;
};

// What stands of such a family without doubtful links, where that is something else: `unknown`,
// `not eligible`, or the needs left, `needs 1.2`. Empty if the row rests on none.
std::string identified_without(const Judge& judge, WithoutDoubt& without, const IdentifiedRow& row,
                               Date on);

// Most needs first, then by family id.
std::vector<IdentifiedRow> identify_families(const Judge& judge, const FamiliesQuestion& question);

}  // namespace hearth
