#include "table/filled_chunk.h"

#include <algorithm>
#include <cstring>

namespace hearth {
namespace {

std::size_t cell_size(ColumnType type) {
  switch (type) {
    case ColumnType::Boolean: return sizeof(bool);
    case ColumnType::Date: return sizeof(std::int32_t);
    case ColumnType::Text: return sizeof(TextCell);
    default: return sizeof(std::int64_t);
  }
}

duckdb_type plain_type(ColumnType type) {
  switch (type) {
    case ColumnType::Boolean: return DUCKDB_TYPE_BOOLEAN;
    case ColumnType::Int64: return DUCKDB_TYPE_BIGINT;
    case ColumnType::Double: return DUCKDB_TYPE_DOUBLE;
    case ColumnType::Date: return DUCKDB_TYPE_DATE;
    case ColumnType::Text: return DUCKDB_TYPE_VARCHAR;
    case ColumnType::Other: break;
  }
  assert(false);
  return DUCKDB_TYPE_INVALID;
}

}  // namespace

duckdb_logical_type database_type(const WrittenColumn& column) {
  if (!column.words.empty()) {
    std::vector<const char*> words;
    for (const auto& word : column.words) words.push_back(word.c_str());
    return duckdb::create_enum_type(words.data(), words.size());
  }
  return duckdb::create_logical_type(plain_type(column.type));
}

FilledChunk::FilledChunk(std::span<const WrittenColumn> columns) {
  std::vector<duckdb_logical_type> types;
  for (const auto& column : columns) types.push_back(database_type(column));
  chunk_ = duckdb::create_data_chunk(types.data(), types.size());
  for (auto& type : types) duckdb::destroy_logical_type(&type);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto vector = duckdb::data_chunk_get_vector(chunk_, i);
    const auto* words = columns[i].words.empty() ? nullptr : &columns[i].words;
    columns_.push_back({vector, duckdb::vector_get_data(vector), nullptr, {}, words, 0});
  }
}

void FilledChunk::look_up(Column& column, std::string_view word) {
  const auto found = std::ranges::find(*column.words, word);
  assert(found != column.words->end());
  column.latest_word = static_cast<WordNumber>(found - column.words->begin());
}

std::string_view FilledChunk::kept(std::string_view text) {
  if (text.size() <= TextCell::kInside) return text;
  if (text.size() > room_) {
    room_ = std::max(kBlock, text.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
    free_ = blocks_.back().get();
  }
  std::memcpy(free_, text.data(), text.size());
  const std::string_view copy(free_, text.size());
  free_ += text.size();
  room_ -= text.size();
  return copy;
}

void FilledChunk::forget(Column& column, std::size_t row) {
  if (column.known == nullptr) {
    duckdb::vector_ensure_validity_writable(column.vector);
    column.known = duckdb::vector_get_validity(column.vector);
  }
  column.known[row / 64] &= ~(std::uint64_t{1} << (row % 64));
}

void FilledChunk::put_all(std::span<const std::int64_t> first_cells, const Chunk& chunk) {
  assert(rows_ == 0 && first_cells.size() == chunk.size() && chunk.size() <= kMostRows);
  std::ranges::copy(first_cells, static_cast<std::int64_t*>(columns_[0].cells));
  for (std::size_t i = 0; i < chunk.column_count(); ++i) copy(columns_[i + 1], chunk, i);
  rows_ = chunk.size();
}

void FilledChunk::copy(Column& into, const Chunk& from, std::size_t column) {
  const auto type = from.type(column);
  if (type == ColumnType::Text) {
    const auto texts = from.texts(column);
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (from.known(column, i)) {
        static_cast<TextCell*>(into.cells)[i] = TextCell(kept(texts[i].view()));
      }
    }
  } else {
    std::memcpy(into.cells, from.bytes(column), from.size() * cell_size(type));
  }
  for (std::size_t i = 0; !from.all_known(column) && i < from.size(); ++i) {
    if (!from.known(column, i)) forget(into, i);
  }
}

duckdb_data_chunk FilledChunk::chunk() const {
  duckdb::data_chunk_set_size(chunk_, rows_);
  return chunk_;
}

void FilledChunk::show_in(duckdb_data_chunk other) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    duckdb::vector_reference_vector(duckdb::data_chunk_get_vector(other, i), columns_[i].vector);
  }
  duckdb::data_chunk_set_size(other, rows_);
}

}  // namespace hearth
