// What was found wrong with documents, a row each, for programs that read answers.
#pragma once

#include <array>
#include <vector>

#include "base/diagnostic.h"
#include "engine/cell.h"

namespace hearth {

struct DiagnosticRow {
  static constexpr std::array kColumns = {
      AnswerColumn{"file", "file"},
      AnswerColumn{"line", "line", CellKind::Whole},
      AnswerColumn{"column", "column", CellKind::Whole},
      AnswerColumn{"kind", "kind"},
      AnswerColumn{"message", "message"},
      AnswerColumn{"cure", "what to do"},
  };

  std::string file;
  std::int64_t line = 0, column = 0;  // from 1
  std::string kind;                   // `NeverNeed`
  std::string message, cure;

  std::array<Cell, kColumns.size()> cells() const;
};

std::vector<DiagnosticRow> diagnostic_rows(const Diagnostics& diagnostics);

}  // namespace hearth
