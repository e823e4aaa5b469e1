// Where the name at a place is declared, and which document a `use` means.
#pragma once

#include <optional>
#include <string>

#include "author/plan_reading.h"

namespace hearth {

struct DeclaredAt {
  std::string path;  // as the reading calls it
  const Source* source;
  Span span;
};

std::optional<DeclaredAt> definition_at(const PlanReading& reading, std::uint32_t offset);

}  // namespace hearth
