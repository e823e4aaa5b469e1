// Reads the files that speak of days rather than people: `terms` and `coverage`.
#pragma once

#include "facts/facts_builder.h"
#include "facts/facts_file.h"

namespace hearth {

Result<void> read_terms(FactsFile& file, FactsBuilder& builder);
Result<void> read_coverage(FactsFile& file, FactsBuilder& builder);

}  // namespace hearth
