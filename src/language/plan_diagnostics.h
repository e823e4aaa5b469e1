// Every diagnostic the language can give, in one list: the kinds of reading a document
// (parse_diagnostics.h) and those of checking a plan (check_diagnostics.h).
#pragma once

#include <span>

#include "base/diagnostic.h"

namespace hearth {

std::span<const AnyDiagnosticKind* const> all_language_diagnostics();

}  // namespace hearth
