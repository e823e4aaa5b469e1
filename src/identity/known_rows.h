// The rows that earlier runs looked at, over all the files of `links/`: found by key, by what they
// say, by number; and which of them are likely to be of one person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casebook/casebook.h"
#include "identity/keys_file.h"
#include "identity/sighted_rows.h"

namespace hearth::identity {

class KnownRows {
 public:
  KnownRows() = default;  // none
  // The files that together are of loads 1 to the last, by this model; nothing where one is
  // missing, or is of other loads than the casebook's.
  static Result<std::optional<KnownRows>> open(const std::filesystem::path& folder,
                                               Casebook& casebook, std::int64_t last_load,
                                               std::string_view model_sum);

  RowId size() const;
  bool empty() const { return size() == 0; }
  std::size_t count(std::uint64_t key) const;
  void with(std::uint64_t key, std::vector<RowId>& rows) const;  // adds them
  std::vector<LikelyPair> likely_with(RowId row) const;          // or doubtful
  std::vector<LikelyPair> pairs_below(double bits) const;
  std::optional<RowId> saying(std::uint64_t content) const;
  std::optional<RowId> at(const SightingPlace& place) const;
  SightingPlace place(RowId row) const;
  // The file that has what the row says, by its place among the files.
  struct Of {
    std::uint32_t number = 0;
    const KeysFile* file = nullptr;
  };
  Of file_of(RowId row) const;

  const std::vector<KeysFile>& files() const { return files_; }

 private:
  std::vector<KeysFile> files_;
  std::vector<RowPair> apart_;  // in order
};

// What a key of a rule, what a row says, and where it lies are found by in one list of keys.
std::uint64_t rule_key(std::size_t rule, std::uint64_t key);
std::uint64_t content_key(std::uint64_t content);
std::uint64_t place_key(const SightingPlace& place);

// Rows as a file keeps them, with the counts their values have.
void append_rows(KeysContent& content, const link::Sightings& sightings);

// Writes what is known of the loads from one to another, taking up files that are not much larger.
// Files of other loads are left alone.
Result<void> write_known(const std::filesystem::path& folder, const KnownRows& known, KeysOf of,
                         KeysContent content);
// Removes what `known` does not need.
void sweep_links(const std::filesystem::path& folder, const std::vector<std::string>& needed);

}  // namespace hearth::identity
