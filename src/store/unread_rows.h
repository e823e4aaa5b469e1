// Rows that could not be cut into cells, kept byte for byte below the file's own header: a stray
// quote, a cell too many, letters that are none.
//
// Only a CSV file has such rows. A line longer than a reader holds is left where it is.
#pragma once

#include <optional>

#include "casebook/load_entry.h"
#include "intake/load.h"
#include "lake/lake.h"

namespace hearth {

// Nullopt where every row could be read, or none of those that could not can be kept.
Result<std::optional<SegmentEntry>> keep_unread_rows(const Lake& lake, std::int64_t load,
                                                     const LoadFile& file, const FeedForm& form);

}  // namespace hearth
