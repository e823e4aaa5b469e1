// Some thousand rows of a query's answer, column by column, where the database put them.
//
// A chunk only looks: its spans point into the database's memory and are good until the next chunk
// is asked for. A cell that is not `known` has no value; what its span holds there means nothing.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace hearth {

// Anything else a query could answer must be cast to one of these in its SQL.
enum class ColumnType { Boolean, Int64, Double, Date, Text, Other };

// A text as the database lays it out: short ones inside the cell, long ones elsewhere, where they
// must stay for as long as the cell is looked at.
class alignas(8) TextCell {
 public:
  static constexpr std::uint32_t kInside = 12;  // the longest text that is

  TextCell() = default;
  explicit TextCell(std::string_view text) : length_(static_cast<std::uint32_t>(text.size())) {
    const char* bytes = text.data();
    // Copies of a fixed size that overlap are quicker than one of a size known only now.
    if (length_ > kInside) {
      std::memcpy(inside_, bytes, kFirst);
      std::memcpy(inside_ + kFirst, &bytes, sizeof(bytes));
    } else if (length_ >= 8) {
      std::memcpy(inside_, bytes, 8);
      std::memcpy(inside_ + length_ - 4, bytes + length_ - 4, 4);
    } else if (length_ >= 4) {
      std::memcpy(inside_, bytes, 4);
      std::memcpy(inside_ + length_ - 4, bytes + length_ - 4, 4);
    } else if (length_ > 0) {
      inside_[0] = bytes[0];
      inside_[length_ / 2] = bytes[length_ / 2];
      inside_[length_ - 1] = bytes[length_ - 1];
    }
  }

  std::string_view view() const {
    const char* bytes = inside_;
    if (length_ > kInside) std::memcpy(&bytes, inside_ + kFirst, sizeof(bytes));
    return {bytes, length_};
  }

 private:
  static constexpr std::size_t kFirst = 4;  // characters that stand before a place elsewhere
  std::uint32_t length_ = 0;
  char inside_[kInside] = {};
};

class Chunk {
 public:
  // One column: its type, its cells, and a bit a row that says which are known (or null: all are).
  struct Column {
    ColumnType type;
    const void* cells;
    const std::uint64_t* known;
  };

  Chunk() = default;
  Chunk(std::size_t size, std::vector<Column> columns)
      : size_(size), columns_(std::move(columns)) {}

  std::size_t size() const { return size_; }
  std::size_t column_count() const { return columns_.size(); }
  ColumnType type(std::size_t column) const { return columns_[column].type; }

  bool known(std::size_t column, std::size_t row) const {
    const auto* bits = columns_[column].known;
    return bits == nullptr || (bits[row / 64] >> (row % 64) & 1) != 0;
  }
  bool all_known(std::size_t column) const { return columns_[column].known == nullptr; }

  std::span<const bool> booleans(std::size_t column) const {
    return cells<bool>(column, ColumnType::Boolean);
  }
  std::span<const std::int64_t> int64s(std::size_t column) const {
    return cells<std::int64_t>(column, ColumnType::Int64);
  }
  std::span<const double> doubles(std::size_t column) const {
    return cells<double>(column, ColumnType::Double);
  }
  // Days since 1970, as in Date.
  std::span<const std::int32_t> dates(std::size_t column) const {
    return cells<std::int32_t>(column, ColumnType::Date);
  }
  std::span<const TextCell> texts(std::size_t column) const {
    return cells<TextCell>(column, ColumnType::Text);
  }
  const void* bytes(std::size_t column) const { return columns_[column].cells; }
  // One text, empty where it is not known.
  std::string_view text(std::size_t column, std::size_t row) const {
    return known(column, row) ? texts(column)[row].view() : std::string_view();
  }

 private:
  template <typename T>
  std::span<const T> cells(std::size_t column, [[maybe_unused]] ColumnType type) const {
    assert(columns_[column].type == type);
    return {static_cast<const T*>(columns_[column].cells), size_};
  }

  std::size_t size_ = 0;
  std::vector<Column> columns_;
};

}  // namespace hearth
