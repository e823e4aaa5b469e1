// `hearth evaluate`: how every criterion stands for every family on one day.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "engine/cell.h"
#include "engine/families_in_order.h"
#include "evaluate/judge.h"

namespace hearth {

struct FindingRow {
  static constexpr std::array kColumns = {
      AnswerColumn{"family_id", "family"},
      AnswerColumn{"plan", "plan"},
      AnswerColumn{"criterion", "ref"},
      AnswerColumn{"status", "status"},
      AnswerColumn{"status_since", "since", CellKind::Day},
      AnswerColumn{"need_since", "need since", CellKind::Day},
      AnswerColumn{"first_claimable", "claimable", CellKind::Day},
      AnswerColumn{"provisional", "provisional", CellKind::Flag},
      AnswerColumn{"settles", "what would settle it", CellKind::Texts},
  };

  std::string_view family_id;
  std::string_view plan;
  std::string_view criterion;
  Finding finding;

  std::array<Cell, kColumns.size()> cells() const;
};

enum class Which { NotNone, All };  // All: also what was never a need

struct FamiliesQuestion {
  std::vector<FamilyId> families;  // in the order wanted
  Date on;
  Which which = Which::NotNone;
  int threads = 1;
  TellProgress progress = [](std::size_t, std::size_t) {};
};

// Hands over rows in order of family, then criterion; take returns false to stop.
void evaluate_families(const Judge& judge, const FamiliesQuestion& question,
                       const std::function<bool(const FindingRow&)>& take);

}  // namespace hearth
