#include "table/table_writer.h"

#include <algorithm>
#include <cstring>

#include "table/connection.h"

namespace hearth {
namespace {

constexpr std::size_t kFullChunk = 2048;  // DuckDB's own, and so ours

struct TypeName {
  Sql sql;
  duckdb_type type;
};

TypeName type_name(ColumnType type) {
  switch (type) {
    case ColumnType::Boolean: return {sql("boolean"), DUCKDB_TYPE_BOOLEAN};
    case ColumnType::Int64: return {sql("bigint"), DUCKDB_TYPE_BIGINT};
    case ColumnType::Double: return {sql("double"), DUCKDB_TYPE_DOUBLE};
    case ColumnType::Date: return {sql("date"), DUCKDB_TYPE_DATE};
    case ColumnType::Text: return {sql("varchar"), DUCKDB_TYPE_VARCHAR};
    case ColumnType::Other: break;
  }
  assert(false);
  return {};
}

std::size_t cell_size(ColumnType type) {
  switch (type) {
    case ColumnType::Boolean: return sizeof(bool);
    case ColumnType::Date: return sizeof(std::int32_t);
    case ColumnType::Text: return sizeof(TextCell);
    default: return sizeof(std::int64_t);
  }
}

duckdb_data_chunk make_chunk(std::span<const TableColumn> columns) {
  std::vector<duckdb_logical_type> types;
  for (const auto& column : columns) {
    types.push_back(duckdb_create_logical_type(type_name(column.type).type));
  }
  const auto chunk = duckdb_create_data_chunk(types.data(), types.size());
  for (auto& type : types) duckdb_destroy_logical_type(&type);
  return chunk;
}

}  // namespace

struct TableWriter::Target {
  std::shared_ptr<void> database;
  Connection connection;
  std::string doing;
  std::vector<ColumnType> types;
  duckdb_appender appender = nullptr;
  duckdb_data_chunk chunk = nullptr;
  std::size_t row = 0;
  std::size_t column = 0;

  Target(std::shared_ptr<void> owner, duckdb_database of)
      : database(std::move(owner)), connection(of) {}
  ~Target() {
    duckdb_destroy_data_chunk(&chunk);
    duckdb_appender_destroy(&appender);
  }

  duckdb_vector vector(std::size_t at) const { return duckdb_data_chunk_get_vector(chunk, at); }
  template <typename T>
  void put(T value) {
    assert(cell_size(types[column]) == sizeof(T));
    static_cast<T*>(duckdb_vector_get_data(vector(column++)))[row] = value;
  }
  void put_text(duckdb_vector into, std::size_t at, std::string_view text) {
    duckdb_vector_assign_string_element_len(into, at, text.data(), text.size());
  }
  void put_unknown(duckdb_vector into, std::size_t at) {
    duckdb_vector_ensure_validity_writable(into);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(into), at);
  }
  void copy(std::size_t into, const Chunk& from, std::size_t column_of);
  Result<void> flush();
};

Result<void> TableWriter::Target::flush() {
  if (row == 0) return {};
  duckdb_data_chunk_set_size(chunk, row);
  row = 0;
  if (duckdb_append_data_chunk(appender, chunk) == DuckDBError) {
    return cannot(doing, duckdb_appender_error(appender));
  }
  duckdb_data_chunk_reset(chunk);
  return {};
}

void TableWriter::Target::copy(std::size_t into, const Chunk& from, std::size_t column_of) {
  const auto type = from.type(column_of);
  assert(type == types[into]);
  const auto to = vector(into);
  if (type == ColumnType::Text) {
    const auto texts = from.texts(column_of);
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (from.known(column_of, i)) put_text(to, i, texts[i].view());
    }
  } else {
    std::memcpy(duckdb_vector_get_data(to), from.bytes(column_of), from.size() * cell_size(type));
  }
  for (std::size_t i = 0; !from.all_known(column_of) && i < from.size(); ++i) {
    if (!from.known(column_of, i)) put_unknown(to, i);
  }
}

TableWriter::TableWriter(std::unique_ptr<Target> target) : target_(std::move(target)) {}
TableWriter::~TableWriter() = default;
TableWriter::TableWriter(TableWriter&&) noexcept = default;
TableWriter& TableWriter::operator=(TableWriter&&) noexcept = default;

Result<TableWriter> TableWriter::create(Database& database, std::string_view name,
                                        std::span<const TableColumn> columns) {
  auto target = std::make_unique<Target>(database.handle_, database.handle_->database);
  target->doing = fmt::format("fill the table {}", name);
  std::vector<Sql> declared;
  for (const auto& column : columns) {
    declared.push_back(sql("{} {}", identifier(column.name), type_name(column.type).sql));
    target->types.push_back(column.type);
  }
  HEARTH_TRY(database.run(sql("create table {} ({})", identifier(name), join(declared, sql(", "))),
                          target->doing));
  const std::string table(name);
  if (duckdb_appender_create(target->connection, nullptr, table.c_str(), &target->appender) ==
      DuckDBError) {
    return cannot(target->doing, duckdb_appender_error(target->appender));
  }
  target->chunk = make_chunk(columns);
  return TableWriter(std::move(target));
}

void TableWriter::boolean(bool value) { target_->put(value); }
void TableWriter::int64(std::int64_t value) { target_->put(value); }
void TableWriter::real(double value) { target_->put(value); }
void TableWriter::date(std::int32_t days) { target_->put(days); }

void TableWriter::text(std::string_view value) {
  target_->put_text(target_->vector(target_->column++), target_->row, value);
}

void TableWriter::unknown() {
  target_->put_unknown(target_->vector(target_->column++), target_->row);
}

Result<void> TableWriter::end_row() {
  assert(target_->column == target_->types.size());
  target_->column = 0;
  return ++target_->row == kFullChunk ? target_->flush() : Result<void>();
}

Result<void> TableWriter::rows(std::span<const std::int64_t> first_cells, const Chunk& chunk) {
  assert(first_cells.size() == chunk.size() && chunk.size() <= kFullChunk);
  HEARTH_TRY(target_->flush());
  std::ranges::copy(first_cells,
                    static_cast<std::int64_t*>(duckdb_vector_get_data(target_->vector(0))));
  for (std::size_t i = 0; i < chunk.column_count(); ++i) target_->copy(i + 1, chunk, i);
  target_->row = chunk.size();
  return target_->flush();
}

Result<void> TableWriter::finish() {
  HEARTH_TRY(target_->flush());
  if (duckdb_appender_close(target_->appender) == DuckDBError) {
    return cannot(target_->doing, duckdb_appender_error(target_->appender));
  }
  return {};
}

}  // namespace hearth
