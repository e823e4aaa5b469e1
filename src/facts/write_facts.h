// Writes Facts as a facts folder, which read_facts reads back to equal Facts.
//
// Left out is what Facts do not keep: which day we were told of coverage. Lineage becomes the rows
// of the new files.
#pragma once

#include <string>

#include "base/result.h"
#include "facts/facts.h"
#include "table/table_file.h"

namespace hearth {

// Makes the folder if need be. Each file appears whole or not at all. Files of the same names, of
// either format, and of record types without records are replaced; others are left alone.
Result<void> write_facts(const Facts& facts, const std::string& folder, FileFormat format);

}  // namespace hearth
