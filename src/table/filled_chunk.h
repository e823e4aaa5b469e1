// Some thousand rows while they are written cell by cell, where the database can take them from.
//
// Not for other folders: they cannot see duckdb.h. The long texts of its cells live in it, so it
// must stay until the database has copied its rows.
#pragma once

#include <cassert>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "table/chunk.h"
#include "table/duckdb_calls.h"

namespace hearth {

struct WrittenColumn {
  std::string name;
  ColumnType type = ColumnType::Text;
  std::vector<std::string> words;  // of a text: all it can say, if that is known and not much
};

duckdb_logical_type database_type(const WrittenColumn& column);  // whose it is to destroy

class FilledChunk {
 public:
  static constexpr std::size_t kMostRows = 2048;  // DuckDB's own, and so ours

  explicit FilledChunk(std::span<const WrittenColumn> columns);  // they must stay
  ~FilledChunk() { duckdb::destroy_data_chunk(&chunk_); }
  FilledChunk(const FilledChunk&) = delete;
  FilledChunk& operator=(const FilledChunk&) = delete;

  // The next cell of the row. A row is complete when every column has its cell.
  template <typename T>
  void put(T value) {
    static_cast<T*>(columns_[column_++].cells)[rows_] = value;
  }
  void put_text(std::string_view text) {
    auto& column = columns_[column_++];
    if (column.words) return put_word(column, text);
    const bool inside = text.size() <= TextCell::kInside;
    if (inside || column.latest.view() != text) column.latest = TextCell(kept(text));
    static_cast<TextCell*>(column.cells)[rows_] = column.latest;
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
  using WordNumber = std::uint8_t;
  struct Column {
    duckdb_vector vector;
    void* cells;
    std::uint64_t* known;                   // a bit a row; null while all are
    TextCell latest;                        // a long text often repeats the one above
    const std::vector<std::string>* words;  // then a cell is the number of its word
    WordNumber latest_word;
  };
  static constexpr std::size_t kBlock = 1 << 15;

  void put_word(Column& column, std::string_view word) {
    if ((*column.words)[column.latest_word] != word) look_up(column, word);
    static_cast<WordNumber*>(column.cells)[rows_] = column.latest_word;
  }
  static void look_up(Column& column, std::string_view word);

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
