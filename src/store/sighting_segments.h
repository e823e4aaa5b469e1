// The sightings of a load on their way into the lake: who each row is about, as the agency wrote
// it, for linking. The columns are those of docs/sightings.md, with the load and when it was told.
//
// A row that describes its person as the row before did says nothing new and is not kept twice: a
// list of spells has ten rows for a person, alike in all but the spell.
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
  bool is_told_again(const Sighting& sighting);

  std::int64_t load_;
  Date known_on_;
  SegmentWriter writer_;
  std::vector<std::size_t> told_;  // of each person: what the last row said, as a number; 0: none
  std::string words_;
};

}  // namespace hearth
