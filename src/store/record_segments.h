// The records of a load on their way into the lake, a segment for each type.
#pragma once

#include <map>
#include <vector>

#include "casebook/load_entry.h"
#include "intake/import_load.h"
#include "lake/segment_writer.h"

namespace hearth {

class RecordSegments {
 public:
  RecordSegments(const Lake& lake, Database& database, const LoadEntry& entry, ImportState& state);

  void take(const GatheredRecord& record);  // what fails is told by `finish`
  Result<std::vector<WrittenSegment>> finish();

 private:
  SegmentWriter& writer_of(RecordTypeId type);
  ColumnWords words_of(const RecordType& type) const;
  Result<void> write(const GatheredRecord& gathered);
  void put_field(TableWriter& cells, const Field& field, double value) const;

  const Lake& lake_;
  Database& database_;
  std::int64_t load_;
  std::vector<std::string> files_;
  ImportState& state_;
  std::map<std::uint32_t, SegmentWriter> writers_;  // by RecordTypeId
  Result<void> outcome_;
};

}  // namespace hearth
