// Reads the file of one record type.
#pragma once

#include "facts/facts_file.h"
#include "facts/record_batch.h"

namespace hearth {

// `builder` must already hold the people and families; it is only asked. `file_index` is the file's
// place in Facts::files.
Result<RecordBatch> read_records(FactsFile& file, const FactsBuilder& builder, RecordTypeId type,
                                 std::uint32_t file_index);

}  // namespace hearth
