#include "engine/diagnostic_rows.h"

namespace hearth {

std::array<Cell, DiagnosticRow::kColumns.size()> DiagnosticRow::cells() const {
  using Text = std::string_view;
  return {Text(file), line, column, Text(kind), Text(message), Text(cure)};
}

std::vector<DiagnosticRow> diagnostic_rows(const Diagnostics& diagnostics) {
  std::vector<DiagnosticRow> rows;
  for (const auto& found : diagnostics.list()) {
    rows.push_back({.file = found.place.file,
                    .line = found.place.line,
                    .column = found.place.column,
                    .kind = std::string(found.kind->name),
                    .message = found.message,
                    .cure = found.hint});
  }
  return rows;
}

}  // namespace hearth
