// The records of a load on their way into the lake, a segment for each type, and the people they
// are about.
#pragma once

#include <map>
#include <vector>

#include "intake/import_load.h"
#include "lake/segment_writer.h"

namespace hearth {

class RecordSegments {
 public:
  RecordSegments(const Lake& lake, Database& database, std::int64_t load, ImportState& state)
      : lake_(lake), database_(database), load_(load), state_(state) {}

  // Holds some thousand records of a type at a time. What fails is told by `finish`.
  void take(GatheredRecord record);
  Result<std::vector<WrittenSegment>> finish();

 private:
  struct Waiting {
    std::optional<SegmentWriter> writer;
    std::vector<GatheredRecord> records;
  };
  Result<void> write(RecordTypeId type, Waiting& waiting);
  Result<void> write_row(SegmentWriter& writer, const GatheredRecord& gathered,
                         const std::vector<std::string>& texts);

  const Lake& lake_;
  Database& database_;
  std::int64_t load_;
  ImportState& state_;
  std::map<std::uint32_t, Waiting> waiting_;  // by RecordTypeId
  Result<void> outcome_;
};

// The people of the load, `started` being when their families are worked with where no file says.
Result<std::vector<WrittenSegment>> write_people(const Lake& lake, Database& database,
                                                 std::int64_t load, const ImportState& state,
                                                 std::optional<Date> known_on);

}  // namespace hearth
