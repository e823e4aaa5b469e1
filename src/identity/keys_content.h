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

namespace hearth::identity {

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

struct LikelyPair {
  RowPair rows;
  float bits = 0;
};

// Where a row lies: load, part and row of a segment.
struct RowPlace {
  std::uint32_t load = 0, part = 0, row = 0;
};

// A value, with how common it is to the model. Most are short, and found with one look at memory;
// of a longer one it says where among all such it begins.
struct KeptText {
  std::uint32_t count = 0, size = 0;
  std::array<char, 16> begin = {};

  bool is_long() const { return size > begin.size(); }
  std::uint64_t place() const;  // of a long one
  std::string_view text(const char* long_texts) const;
};

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
  KeptValues values;
  std::vector<KeyedRow> keys;
  std::vector<LikelyPair> likely;
  std::vector<RowPair> apart;  // likely pairs of earlier files that are no more

  std::size_t size() const;  // in bytes, nearly
};

// Adds what comes next.
void append(KeysContent& content, KeysContent next);

}  // namespace hearth::identity
