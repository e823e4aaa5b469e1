// `hearth plan rows`: what a plan's criteria are, a row each.
#pragma once

#include <array>
#include <vector>

#include "engine/cell.h"
#include "language/plan.h"

namespace hearth {

struct PlanRow {
  static constexpr std::array kColumns = {
      AnswerColumn{"plan", "plan"},
      AnswerColumn{"headline", "headline"},
      AnswerColumn{"ref", "ref"},
      AnswerColumn{"title", "title"},
      AnswerColumn{"entry", "entry"},
      AnswerColumn{"outcome", "outcome"},
      AnswerColumn{"sustain", "sustain"},
      AnswerColumn{"flags", "flags", CellKind::Texts},
      AnswerColumn{"entry_kinds", "entry printed as", CellKind::Text, true},
      AnswerColumn{"outcome_kinds", "outcome printed as", CellKind::Text, true},
  };

  std::string plan, headline, ref, title;
  std::string entry, outcome;  // how each runs: rule, statement or undefined
  std::string sustain;         // as a plan writes it
  std::vector<std::string> flags;
  std::string entry_kinds, outcome_kinds;  // what is printed of each; empty if the plan says none

  std::array<Cell, kColumns.size()> cells() const;
};

std::vector<PlanRow> plan_rows(const Plan& plan);  // in the plan's order

}  // namespace hearth
