// A plan's impact as rows: for programs all of it in one form, for readers three tables.
//
// A row of the one form says how many families it is about: of a total and of a criterion as many
// as there are, of a family 1 or 0. The rows of families add up to those of criteria.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/cell.h"
#include "engine/plan_impact.h"

namespace hearth {

struct ImpactRow {
  static constexpr std::array kColumns = {
      AnswerColumn{"part", "part"},  // total, criterion, family
      AnswerColumn{"family_id", "family"},
      AnswerColumn{"criterion", "ref"},
      AnswerColumn{"criterion_before", "was"},
      AnswerColumn{"of", "of"},  // need, outcome, eligible
      AnswerColumn{"before", "before", CellKind::Whole},
      AnswerColumn{"after", "after", CellKind::Whole},
      AnswerColumn{"gained", "gained", CellKind::Whole},
      AnswerColumn{"lost", "lost", CellKind::Whole},
      AnswerColumn{"undecided", "undecided", CellKind::Whole},
  };

  std::string_view part;
  std::string family_id;
  std::string criterion;         // as the newer plan has it; empty where it was dropped
  std::string criterion_before;  // as the older plan has it; empty where it was added
  std::string_view of;
  Tally tally;

  std::array<Cell, kColumns.size()> cells() const;
};

std::vector<ImpactRow> impact_rows(const Plan& older, const Plan& newer, const PlanImpact& impact);

// What a reader calls a criterion: its ref, and what it was if that is another: `3.2 (was 3.1)`.
std::string ref_words(const Plan& older, const Plan& newer, const MatchedCriterion& matched);

}  // namespace hearth
