#include "language/plan_diagnostics.h"

#include <vector>

#include "language/example_diagnostics.h"
#include "language/parse_diagnostics.h"
#include "language/report.h"

namespace hearth {

std::span<const AnyDiagnosticKind* const> all_language_diagnostics() {
  static const auto kAll = [] {
    std::vector<const AnyDiagnosticKind*> kinds(kParseDiagnostics.begin(), kParseDiagnostics.end());
    kinds.insert(kinds.end(), kCheckDiagnostics.begin(), kCheckDiagnostics.end());
    kinds.insert(kinds.end(), kExampleDiagnostics.begin(), kExampleDiagnostics.end());
    kinds.push_back(&kTooManyMistakes);
    return kinds;
  }();
  return kAll;
}

}  // namespace hearth
