// What a word of a document means, in plain words: what an editor shows beside it.
#pragma once

#include <optional>
#include <string>

#include "author/plan_reading.h"

namespace hearth {

struct Hover {
  Span span;         // the word it is about
  std::string text;  // Markdown
};

// Nothing in prose, and for a word nobody declared.
std::optional<Hover> hover_at(const PlanReading& reading, std::uint32_t offset);

}  // namespace hearth
