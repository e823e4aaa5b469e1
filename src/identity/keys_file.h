// One file of `links/`: rows that were looked at, the keys they have, and which pairs are likely,
// as docs/store.md has it. It is mapped into memory and searched there, so that to ask it about a
// few rows costs little however many it has.
//
// It knows numbers and bytes: what a row says is another file's. Nothing in it is of worth; one
// that is not whole, or of another make, is not there.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearth::identity {

using RowId = std::uint32_t;  // of a row among all that were ever looked at, from 0

struct KeyedRow {
  std::uint64_t key = 0;
  RowId row = 0;
  auto operator<=>(const KeyedRow&) const = default;
};

struct RowPair {
  RowId a = 0, b = 0;
  auto operator<=>(const RowPair&) const = default;
};

struct LikelyPair {
  RowPair rows;
  float bits = 0;
};

// Which file it is.
struct KeysOf {
  std::int64_t first_load = 0, last_load = 0;
  std::string seal;       // of the last load
  std::string model_sum;  // SHA-256
  RowId first_row = 0;
};

// Where a row lies: load, part and row of a segment.
struct RowPlace {
  std::uint32_t load = 0, part = 0, row = 0;
};

// What rows say: each value once, or so often as files were put together, with how common it is to
// the model.
struct KeptValues {
  std::string bytes;  // one after another
  std::vector<std::uint64_t> ends;
  std::vector<std::uint32_t> counts;
};

// What is in it: the rows, the rest in order, each pair both ways.
struct KeysContent {
  std::vector<RowPlace> places;      // by row, from the first
  std::vector<std::uint32_t> cells;  // by row and field: a value, from 1; 0 is not known
  KeptValues values;
  std::vector<KeyedRow> keys;
  std::vector<LikelyPair> likely;
  std::vector<RowPair> apart;  // likely pairs of earlier files that are no more

  std::size_t size() const;  // in bytes, nearly
};

class KeysFile {
 public:
  static std::optional<KeysFile> open(const std::filesystem::path& path);

  const KeysOf& of() const { return of_; }
  RowId rows() const { return static_cast<RowId>(places_.size()); }
  RowPlace place(RowId row) const { return places_[row - of_.first_row]; }  // one of its own
  std::span<const std::uint32_t> cells(RowId row) const;
  std::size_t values() const { return counts_.size(); }
  std::string_view value(std::uint32_t cell) const;  // not of 0
  std::uint32_t count(std::uint32_t cell) const { return counts_[cell - 1]; }
  std::span<const RowId> with(std::uint64_t key) const;  // the rows that have it
  void likely_with(RowId row, std::vector<LikelyPair>& found) const;
  void pairs_below(float bits, std::vector<LikelyPair>& found) const;  // one way
  std::span<const RowPair> apart() const { return apart_; }
  KeysContent content() const;
  std::size_t size() const { return size_; }

 private:
  struct Mapped;
  KeysFile() = default;

  KeysOf of_;
  std::shared_ptr<Mapped> mapped_;
  std::size_t size_ = 0;
  std::span<const RowPlace> places_;
  std::span<const std::uint32_t> cells_, counts_;
  std::span<const std::uint64_t> ends_;
  const char* bytes_ = nullptr;
  std::span<const std::uint64_t> keys_;
  std::span<const RowId> key_rows_;
  std::span<const RowPair> likely_;
  std::span<const float> bits_;
  std::span<const RowPair> apart_;
};

// Adds what the next file has.
void append(KeysContent& content, KeysContent next);

std::string keys_name(std::int64_t first_load, std::int64_t last_load);  // `000001-000004.keys`
Result<void> write_keys(const std::filesystem::path& path, const KeysOf& of,
                        const KeysContent& content);

}  // namespace hearth::identity
