// The sightings of small loads once more, as CSV in `links/`, until they are linked.
//
// To open a database takes longer than to link some hundred rows. So a load of few leaves the
// linker a file that needs none. It counts for nothing: where it is gone, or not what it was, or of
// another segment of that name, the segment is read.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "casebook/load_entry.h"
#include "lake/lake.h"
#include "lake/segment_writer.h"

namespace hearth {

// Of those of these segments that hold sightings, if few. What cannot be written is not.
void keep_copies(Database& database, const Lake& lake, const std::vector<WrittenSegment>& segments);

// Those there are, looked for once.
class LinkCopies {
 public:
  explicit LinkCopies(const Lake& lake);
  std::optional<std::filesystem::path> of(const SegmentEntry& segment) const;

 private:
  std::filesystem::path folder_;
  std::set<std::string> names_;
};

}  // namespace hearth
