// What could be written at a place of a document: words of the language, and the names and codes in
// reach, each with what it means.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/plan_reading.h"

namespace hearth {

enum class CompletionKind { Word, RecordType, Field, Code, Definition, Parameter, Measure, Name };

struct Completion {
  CompletionKind kind = CompletionKind::Word;
  std::string label;   // what is written
  std::string detail;  // a few words beside it
  std::string about;   // Markdown
};

struct Completions {
  Span replaces;                 // what is typed so far
  std::vector<Completion> list;  // names before words, each label once
};

// Nothing in prose, in comments and in strings.
Completions completions_at(const PlanReading& reading, std::uint32_t offset);

}  // namespace hearth
