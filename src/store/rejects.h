// Rows set aside, kept as a file that can be mended and loaded again: the columns the feed reads,
// and two more that say which row it was and why.
//
// Cells stay in these files; nobody prints them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "casebook/load_entry.h"
#include "intake/feed_row.h"
#include "intake/load.h"
#include "lake/lake.h"

namespace hearth {

class Rejects {
 public:
  Rejects(const Lake& lake, std::int64_t load, const FeedForm& form);
  ~Rejects();

  void take(const LoadFile& file, const TableRule& table, const FeedRow& row, std::string_view why);
  Result<std::vector<SegmentEntry>> finish();  // on the disk, with their sums

 private:
  struct File;
  File& file_for(const LoadFile& file, const TableRule& table);

  const Lake& lake_;
  std::int64_t load_;
  char delimiter_;
  bool marked_;  // as UTF-8, because the feed's own files are not
  std::map<std::string, std::unique_ptr<File>> files_;  // by name
};

}  // namespace hearth
