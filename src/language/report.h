// Adds what is wrong with a document to its diagnostics, up to a number nobody reads past.
//
// The bound, and leaving out the excerpt of a very long line, keep a hostile document from filling
// memory with complaints about itself.
#pragma once

#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "language/parse_diagnostics.h"

namespace hearth {

inline constexpr std::size_t kMostDiagnostics = 1000;
// Declared here and not in parse_diagnostics.h, where every kind has a spec that shows it: that
// spec would be a thousand mistakes long.
inline constexpr DiagnosticKind<> kTooManyMistakes{"TooManyMistakes", Severity::Error,
                                                   "more mistakes than are worth listing"};
inline constexpr std::size_t kLongestExcerpt = 400;

inline Place short_place_in(const Source& source, Span span) {
  const auto [line, column] = source.line_column(span.offset);
  if (source.line(line).size() <= kLongestExcerpt) return place_in(source, span);
  Place place;
  place.file = source.name();
  place.line = line;
  place.column = column;
  place.length = static_cast<int>(span.length);
  return place;
}

// The diagnostic, to which labels may be added at once, or null if there are too many.
template <typename... Arguments>
Diagnostic* report(Diagnostics& diagnostics, const Source& source,
                   const DiagnosticKind<Arguments...>& kind, Span span, std::string hint,
                   const std::type_identity_t<Arguments>&... arguments) {
  if (diagnostics.list().size() > kMostDiagnostics) return nullptr;
  if (diagnostics.list().size() == kMostDiagnostics) {
    diagnostics.add(kTooManyMistakes, short_place_in(source, span)).hint =
        "put the first ones right";
    return nullptr;
  }
  auto& diagnostic = diagnostics.add(kind, short_place_in(source, span), arguments...);
  diagnostic.hint = std::move(hint);
  return &diagnostic;
}

}  // namespace hearth
