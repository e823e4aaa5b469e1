// The folder of a store that holds its files: where each is, which are whole, which are nobody's.
//
// The lake knows names and sums; which of them count is the casebook's to say, and what is in them
// the writer's. It never changes a file that has its name, and removes one only when told that
// nobody lists it.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/checksum.h"
#include "base/result.h"

namespace hearth {

// A file the casebook lists.
struct Kept {
  std::string name;  // `suspension/000003-001.parquet`, or `000003/pupils.csv` of rows set aside
  bool rejects = false;
  std::int64_t bytes = 0;
  std::string sha256;
};

class Lake {
 public:
  explicit Lake(std::filesystem::path folder) : folder_(std::move(folder)) {}

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path segment_path(std::string_view name) const {
    return folder_ / "lake" / name;
  }
  std::filesystem::path rejects_path(std::string_view name) const {
    return folder_ / "rejects" / name;
  }
  std::filesystem::path path_of(const Kept& kept) const {
    return kept.rejects ? rejects_path(kept.name) : segment_path(kept.name);
  }

  Result<void> make() const;  // the folders, for their owner alone

  // What is wrong with the file, in words; empty if it is what it was.
  std::string fault_of(const Kept& kept) const;

  // Files that are not listed, without their folders' names; and removes them.
  Result<std::vector<std::filesystem::path>> leftovers(const std::set<std::string>& segments,
                                                       const std::set<std::string>& rejects) const;
  Result<int> sweep(const std::set<std::string>& segments,
                    const std::set<std::string>& rejects) const;

 private:
  std::filesystem::path folder_;
};

// `suspension/000003-001.parquet`
std::string segment_name(std::string_view kind, std::int64_t load, int part);
std::string load_name(std::int64_t load);  // `000003`

}  // namespace hearth
