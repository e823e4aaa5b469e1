// The parts of a document as an editor lists them: headlines with their criteria, what is declared,
// examples by their titles.
#pragma once

#include <string>
#include <vector>

#include "language/tree.h"

namespace hearth {

enum class OutlineKind { Plan, Headline, Criterion, Definition, Value, RecordType, Field, Example };

struct OutlinePart {
  OutlineKind kind;
  std::string name;
  std::string detail;
  Span whole;
  Span named;  // within `whole`
  std::vector<OutlinePart> parts;
};

std::vector<OutlinePart> outline_of(const Tree& tree);

}  // namespace hearth
