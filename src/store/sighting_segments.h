// The sightings of a load on their way into the lake: who each row is about, as the agency wrote
// it, for linking and for questions; and who is related to whom. The columns are those of
// docs/sightings.md, with the load and when it was told.
//
// A row that describes its person as the row before did says nothing new and is not kept twice: a
// list of spells has ten rows for a person, alike in all but the spell.
#pragma once

#include "intake/sighting.h"
#include "intake/told_relation.h"
#include "lake/segment_writer.h"

namespace hearth {

std::vector<TableColumn> columns_of_sightings();

class SightingSegments {
 public:
  // `where`: the feed, files and tables there are. `started`: when families are worked with, where
  // no row says.
  SightingSegments(const Lake& lake, Database& database, std::int64_t load, Date known_on,
                   ColumnWords where, std::optional<Date> started);

  Result<void> add(const Sighting& sighting);
  Result<void> add(const ToldRelation& relation);
  Result<std::vector<WrittenSegment>> finish();

 private:
  template <typename Said>
  void put_where(TableWriter& cells, const Said& said) const;

  std::int64_t load_;
  Date known_on_;
  std::optional<Date> started_;
  SegmentWriter sightings_, relations_;
};

}  // namespace hearth
