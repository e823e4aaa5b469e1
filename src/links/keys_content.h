// What is kept of rows that were looked at: what they say, what brings them together, whose they
// are and which pairs are likely.
//
// Rows and values are numbered over all that is kept, in the order in which it came.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::links {

using RowId = std::uint32_t;         // of a row among all that were ever looked at, from 0
using ValueId = std::uint32_t;       // of a field's value among all that they say, from 1
using PersonNumber = std::uint32_t;  // of the id; 0 is nobody yet

struct KeyedRow {
  std::uint64_t key = 0;
  RowId row = 0;
  auto operator<=>(const KeyedRow&) const = default;
};

struct HashedValue {
  std::uint64_t hash = 0;
  ValueId value = 0;
  auto operator<=>(const HashedValue&) const = default;
};

struct RowPair {
  RowId a = 0, b = 0;
  auto operator<=>(const RowPair&) const = default;
};

inline constexpr RowId kNoGroup = UINT32_MAX;

// The group a row was of before doubtful links were looked at: its first row, or kNoGroup where
// that is not known.
struct RowGroup {
  RowId row = 0, group = kNoGroup;
  bool operator==(const RowGroup&) const = default;
};

struct LikelyPair {
  RowPair rows;
  float bits = 0;
};

// Where a row lies: load, part and row of a segment.
struct RowPlace {
  std::uint32_t load = 0, part = 0, row = 0;
};

// A value, with how common it is to the model. Nearly all are short, and found with one look at
// memory; of a longer one it says where among all such it begins, and how long it is.
struct KeptText {
  static constexpr std::uint8_t kLong = 255;

  std::uint32_t count = 0;
  std::uint8_t size = 0;  // or kLong
  std::array<char, 27> bytes = {};

  static KeptText of(std::string_view text, std::uint32_t count, std::uint64_t place);
  std::string_view text(const char* long_texts) const;
};
static_assert(sizeof(KeptText) == 32);

// What rows say that none before them said: each value once.
struct KeptValues {
  std::vector<KeptText> texts;
  std::string long_texts;  // one after another
  std::vector<HashedValue> hashed;

  void add(std::string_view text, std::uint32_t count);
  void add(const KeptValues& next);
};

// What is in it: the rows, the rest in order, each pair both ways.
struct KeysContent {
  std::vector<RowPlace> places;         // by row, from the first
  std::vector<ValueId> cells;           // by row and field; 0 is not known
  std::vector<PersonNumber> people;     // by row
  std::vector<std::uint64_t> contents;  // by row: a hash of all that it says
  std::vector<RowId> groups;            // by row: see RowGroup
  KeptValues values;
  std::vector<KeyedRow> keys;
  std::vector<LikelyPair> likely;
  std::vector<RowPair> apart;       // likely pairs of earlier files that are no more
  std::vector<RowGroup> regrouped;  // rows of earlier files that are of another group now

  std::size_t size() const;  // in bytes, nearly
};

// Takes groups that are others now, of rows in order, into what begins with that row.
void regroup(KeysContent& content, RowId first, const std::vector<RowGroup>& regrouped);
// Adds what comes next to what begins with that row.
void append(KeysContent& content, RowId first, KeysContent next);

}  // namespace hearth::links
