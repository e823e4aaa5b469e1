// The rows that earlier runs looked at, over all the files of `links/`: found by key, by what they
// say, by person, by number; and which of them are likely to be of one person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casebook/casebook.h"
#include "casebook/link_entries.h"
#include "links/keys_file.h"

namespace hearth::links {

class KnownRows {
 public:
  KnownRows() = default;  // none
  // The files that together are of loads 1 to the last, by this model; nothing where one is
  // missing, or is of other loads or runs than the casebook's.
  static Result<std::optional<KnownRows>> open(const std::filesystem::path& folder,
                                               Casebook& casebook, std::int64_t last_load,
                                               std::string_view model_sum);
  KnownRows and_those_at(KeysFile hand) const;  // as if they were known, too

  RowId size() const;
  bool empty() const { return size() == 0; }
  std::size_t count(std::uint64_t key) const;
  // These ask memory for what is then looked for.
  void fetch(std::uint64_t key) const;
  void fetch_row(RowId row) const { file_of(row).fetch_row(row); }
  void fetch_cells(RowId row) const { file_of(row).fetch_cells(row); }
  void with(std::uint64_t key, std::vector<RowId>& rows) const;  // adds them
  // The same, unless more than `most` have it: then false.
  bool few_with(std::uint64_t key, std::size_t most, std::vector<RowId>& rows) const;
  // Adds those that are likely, or doubtful.
  void likely_with(RowId row, std::vector<LikelyPair>& found) const;
  std::vector<LikelyPair> likely_with(RowId row) const;
  std::vector<LikelyPair> pairs_below(double bits) const;
  std::optional<RowId> saying(std::uint64_t content) const;
  std::optional<RowId> at(const SightingPlace& place) const;
  SightingPlace place(RowId row) const;
  void of_person(PersonNumber person, std::vector<RowId>& rows) const;  // adds those found as it
  PersonNumber person(RowId row) const { return file_of(row).person(row); }
  RowId group(RowId row) const;  // before doubtful links were looked at, see RowGroup
  std::uint64_t content(RowId row) const { return file_of(row).content_of(row); }

  const ValueId* cells(RowId row) const { return file_of(row).cells(row); }  // by field
  ValueId values() const;                                                    // how many there are
  std::optional<ValueId> value(std::uint64_t hash, std::string_view text) const;  // hash_of_value
  void fetch_value(std::uint64_t hash) const;
  std::string_view text(ValueId value) const { return file_with(value).text(value); }
  std::uint32_t count(ValueId value) const { return file_with(value).count(value); }

  const std::vector<KeysFile>& files() const { return files_; }

 private:
  const KeysFile& file_of(RowId row) const;
  const KeysFile& file_with(ValueId value) const;
  void leave_out_apart(std::vector<LikelyPair>& pairs) const;
  void take_changes_of(const KeysFile& file);

  std::vector<KeysFile> files_;
  std::vector<RowPair> apart_;       // in order
  std::vector<RowGroup> regrouped_;  // in order, each row once
};

// What rows are looked for by, in one list of keys.
std::uint64_t rule_key(std::size_t rule, std::uint64_t key);
std::uint64_t content_key(std::uint64_t content);
std::uint64_t place_key(const SightingPlace& place);
std::uint64_t person_key(PersonNumber person);

}  // namespace hearth::links
