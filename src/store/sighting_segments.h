// The sightings of a load on their way into the lake: who each row is about, as the agency wrote
// it, for linking. The columns are those of docs/sightings.md, with the load and when it was told.
#pragma once

#include "intake/sighting.h"
#include "lake/segment_writer.h"

namespace hearth {

class SightingSegments {
 public:
  SightingSegments(const Lake& lake, Database& database, std::int64_t load, Date known_on);

  Result<void> add(const Sighting& sighting);
  Result<std::vector<WrittenSegment>> finish() { return writer_.finish(); }

 private:
  std::int64_t load_;
  Date known_on_;
  SegmentWriter writer_;
};

}  // namespace hearth
