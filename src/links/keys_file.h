// One file of `links/`: rows that were looked at, what they say, the keys they have, whose they are
// and which pairs are likely, as docs/store.md has it. It is mapped into memory and searched there,
// so that to ask it about a few rows costs little however many it has.
//
// Rows and values are numbered over all files, in their order. Nothing in it is of worth: all of it
// is in the lake and the casebook too. One that is not whole, or of another make, is not there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "links/hashed_list.h"
#include "links/keys_content.h"

namespace hearth::links {

// Which file it is.
struct KeysOf {
  std::int64_t first_load = 0, last_load = 0;
  std::string seal;      // of the last load
  std::int64_t run = 0;  // the last that found whose rows are
  std::string run_seal;
  std::string model_sum;  // SHA-256
  RowId first_row = 0;
  ValueId values_before = 0;
};

class KeysFile {
 public:
  static std::optional<KeysFile> open(const std::filesystem::path& path);
  // What is not on the disk yet, to be asked in the same way.
  static KeysFile at_hand(const KeysOf& of, const KeysContent& content);

  const KeysOf& of() const { return of_; }
  RowId rows() const { return static_cast<RowId>(places_.size()); }
  ValueId values() const { return static_cast<ValueId>(texts_.size()); }
  // Of rows and values of its own:
  RowPlace place(RowId row) const { return places_[row - of_.first_row]; }
  const ValueId* cells(RowId row) const;  // by field
  PersonNumber person(RowId row) const { return people_[row - of_.first_row]; }
  std::uint64_t content_of(RowId row) const { return contents_[row - of_.first_row]; }
  RowId group(RowId row) const { return groups_[row - of_.first_row]; }  // of that time
  const KeptText& kept(ValueId value) const { return texts_[value - 1 - of_.values_before]; }
  std::string_view text(ValueId value) const { return kept(value).text(long_texts_.data()); }
  std::uint32_t count(ValueId value) const { return kept(value).count; }

  std::span<const RowId> with(std::uint64_t key) const { return keys_.with(key); }  // the rows
  void fetch(std::uint64_t key) const { keys_.fetch(key); }
  void fetch_row(RowId row) const;
  void fetch_cells(RowId row) const;
  std::span<const ValueId> hashed(std::uint64_t hash) const { return values_.with(hash); }
  void fetch_hashed(std::uint64_t hash) const { values_.fetch(hash); }
  void likely_with(RowId row, std::vector<LikelyPair>& found) const;
  void pairs_below(float bits, std::vector<LikelyPair>& found) const;  // one way
  std::span<const RowPair> apart() const { return apart_; }
  std::span<const RowGroup> regrouped() const { return regrouped_; }
  KeysContent content() const;
  std::size_t size() const { return size_; }

 private:
  KeysFile() = default;
  static std::optional<KeysFile> in(std::string_view bytes);

  KeysOf of_;
  std::shared_ptr<const void> bytes_lie_in_;
  std::size_t size_ = 0;
  std::span<const RowPlace> places_;
  std::span<const ValueId> cells_;
  std::size_t fields_ = 0;
  std::span<const PersonNumber> people_;
  std::span<const std::uint64_t> contents_;
  std::span<const RowId> groups_;
  std::span<const KeptText> texts_;
  std::span<const char> long_texts_;
  HashedList values_, keys_;
  std::span<const std::uint32_t> likely_from_;  // by row, and after the last
  std::span<const RowPair> likely_;
  std::span<const float> bits_;
  std::span<const RowPair> apart_;
  std::span<const RowGroup> regrouped_;
};

std::string keys_name(std::int64_t first_load, std::int64_t last_load);  // `000001-000004.keys`
Result<void> write_keys(const std::filesystem::path& path, const KeysOf& of,
                        const KeysContent& content);

}  // namespace hearth::links
