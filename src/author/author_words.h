// How the author's tools quote a plan: words as they stand in its document, and lists of refs.
#pragma once

#include <span>
#include <string>

#include "language/plan.h"

namespace hearth {

// The document's own words, on one line; a long stretch is cut short with an ellipsis.
std::string quoted(const Plan& plan, Span span);

// `1a`; `1a and 1b`; `1a, 1b, 1c and 9 more`.
std::string some_of(std::span<const std::string> refs);

// The first place in the span where the word stands by itself; the whole span if it does not.
Span place_of_word(const Plan& plan, Span span, std::string_view word);

}  // namespace hearth
