// Some thousand rows while they are written cell by cell, where the database can take them from.
//
// Not for other folders: they cannot see duckdb.h. The long texts of its cells live in it, so it
// must stay until the database has copied its rows.
#pragma once

#include <duckdb.h>

#include <cassert>
#include <memory>
#include <span>
#include <vector>

#include "table/chunk.h"

namespace hearth {

duckdb_type database_type(ColumnType type);

class FilledChunk {
 public:
  static constexpr std::size_t kMostRows = 2048;  // DuckDB's own, and so ours

  explicit FilledChunk(std::span<const ColumnType> types);
  ~FilledChunk() { duckdb_destroy_data_chunk(&chunk_); }
  FilledChunk(const FilledChunk&) = delete;
  FilledChunk& operator=(const FilledChunk&) = delete;

  // The next cell of the row. A row is complete when every column has its cell.
  template <typename T>
  void put(T value) {
    static_cast<T*>(columns_[column_++].cells)[rows_] = value;
  }
  void put_text(std::string_view text) {
    std::construct_at(static_cast<TextCell*>(columns_[column_++].cells) + rows_, kept(text));
  }
  void put_unknown() { forget(columns_[column_++], rows_); }
  void end_row() {
    assert(column_ == columns_.size());
    column_ = 0;
    ++rows_;
  }
  // All rows at once: the first cells of each are given, the rest are the chunk's.
  void put_all(std::span<const std::int64_t> first_cells, const Chunk& chunk);

  std::size_t rows() const { return rows_; }
  bool is_full() const { return rows_ == kMostRows; }

  duckdb_data_chunk chunk() const;  // as it stands
  void show_in(duckdb_data_chunk other) const;

 private:
  struct Column {
    duckdb_vector vector;
    void* cells;
    std::uint64_t* known;  // a bit a row; null while all are
  };
  static constexpr std::size_t kBlock = 1 << 15;

  std::string_view kept(std::string_view text);  // a short one is inside its cell
  static void forget(Column& column, std::size_t row);
  void copy(Column& into, const Chunk& from, std::size_t column);

  duckdb_data_chunk chunk_ = nullptr;
  std::vector<Column> columns_;
  std::size_t column_ = 0;
  std::size_t rows_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;  // of long texts
  char* free_ = nullptr;
  std::size_t room_ = 0;
};

}  // namespace hearth
