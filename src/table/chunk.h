// Some thousand rows of a query's answer, column by column, where the database put them.
//
// A chunk only looks: its spans point into the database's memory and are good until the next chunk
// is asked for. A cell that is not `known` has no value; what its span holds there means nothing.
#pragma once

#include <algorithm>
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
class TextCell {
 public:
  TextCell() = default;
  explicit TextCell(std::string_view text) : length_(static_cast<std::uint32_t>(text.size())) {
    char inside[kInside] = {};
    std::memcpy(inside, text.data(), std::min<std::size_t>(text.size(), kInside));
    std::memcpy(first_, inside, sizeof(first_));
    std::memcpy(&elsewhere_, inside + sizeof(first_), sizeof(elsewhere_));
    if (text.size() > kInside) elsewhere_ = text.data();
  }

  static constexpr std::uint32_t kInside = 12;  // the longest that is

  std::string_view view() const {
    const auto* inside = reinterpret_cast<const char*>(this) + sizeof(length_);
    return {length_ <= kInside ? inside : elsewhere_, length_};
  }

 private:
  std::uint32_t length_ = 0;
  char first_[4] = {};
  const char* elsewhere_ = nullptr;
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
