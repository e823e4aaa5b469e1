#include "table/table_writer.h"

#include <thread>

#include "table/connection.h"
#include "table/row_channel.h"
#include "table/write_file.h"

namespace hearth {
namespace {

Sql type_name(ColumnType type) {
  switch (type) {
    case ColumnType::Boolean: return sql("boolean");
    case ColumnType::Int64: return sql("bigint");
    case ColumnType::Double: return sql("double");
    case ColumnType::Date: return sql("date");
    case ColumnType::Text: return sql("varchar");
    case ColumnType::Other: break;
  }
  assert(false);
  return {};
}

constexpr std::size_t kMostWords = 255;  // their number is one byte

std::vector<WrittenColumn> to_be_written(std::span<const TableColumn> columns,
                                         const ColumnWords& words) {
  std::vector<WrittenColumn> all;
  for (const auto& column : columns) {
    all.push_back({column.name, column.type, {}});
    const auto known = words.find(column.name);
    if (known != words.end() && known->second.size() <= kMostWords) {
      all.back().words = known->second;
    }
  }
  return all;
}

}  // namespace

// The rows at hand, and who takes them when they are some thousands.
struct TableWriter::Target {
  const std::vector<WrittenColumn> columns;
  std::unique_ptr<FilledChunk> filled;

  explicit Target(std::vector<WrittenColumn> of)
      : columns(std::move(of)), filled(std::make_unique<FilledChunk>(columns)) {}
  virtual ~Target() = default;
  virtual Result<void> take(std::unique_ptr<FilledChunk> chunk) = 0;
  virtual Result<void> end() = 0;

  Result<void> flush() {
    if (filled->rows() == 0) return {};
    return take(std::exchange(filled, std::make_unique<FilledChunk>(columns)));
  }
};

struct TableWriter::Table : Target {
  std::shared_ptr<void> database;
  Connection connection;
  std::string doing;
  duckdb_appender appender = nullptr;

  Table(std::shared_ptr<void> owner, duckdb_database of, std::span<const TableColumn> of_table)
      : Target(to_be_written(of_table, {})), database(std::move(owner)), connection(of) {}
  ~Table() override { duckdb::appender_destroy(&appender); }

  Result<void> take(std::unique_ptr<FilledChunk> chunk) override {
    if (duckdb::append_data_chunk(appender, chunk->chunk()) != DuckDBError) return {};
    return cannot(doing, duckdb::appender_error(appender));
  }
  Result<void> end() override {
    if (duckdb::appender_close(appender) != DuckDBError) return {};
    return cannot(doing, duckdb::appender_error(appender));
  }
};

struct TableWriter::File : Target {
  Database database;
  RowChannel channel;
  Result<void> written;
  std::jthread thread;  // last, so that it is over before the rest goes

  File(Database of, duckdb_database handle, const std::filesystem::path& path,
       std::span<const TableColumn> of_file, const ColumnWords& words)
      : Target(to_be_written(of_file, words)), database(std::move(of)), channel(handle, columns) {
    thread = std::jthread([this, path] {
      written = write_file(database, sql("select * from {}", channel.rows()), path,
                           FileFormat::Parquet, PackedRows::Few);
      channel.nobody_takes();
    });
  }
  ~File() override { channel.give_up(); }

  Result<void> take(std::unique_ptr<FilledChunk> chunk) override {
    return channel.put(std::move(chunk)) ? Result<void>() : end();
  }
  Result<void> end() override {
    channel.end();
    if (thread.joinable()) thread.join();
    return written;
  }
};

TableWriter::TableWriter(std::unique_ptr<Target> target) : target_(std::move(target)) {}
TableWriter::~TableWriter() = default;
TableWriter::TableWriter(TableWriter&&) noexcept = default;
TableWriter& TableWriter::operator=(TableWriter&&) noexcept = default;

Result<TableWriter> TableWriter::create(Database& database, std::string_view name,
                                        std::span<const TableColumn> columns) {
  auto target = std::make_unique<Table>(database.handle_, database.handle_->database, columns);
  target->doing = fmt::format("fill the table {}", name);
  std::vector<Sql> declared;
  for (const auto& column : columns) {
    declared.push_back(sql("{} {}", identifier(column.name), type_name(column.type)));
  }
  HEARTH_TRY(database.run(sql("create table {} ({})", identifier(name), join(declared, sql(", "))),
                          target->doing));
  const std::string table(name);
  if (duckdb::appender_create(target->connection, nullptr, table.c_str(), &target->appender) ==
      DuckDBError) {
    return cannot(target->doing, duckdb::appender_error(target->appender));
  }
  return TableWriter(std::move(target));
}

TableWriter TableWriter::into_file(Database& database, const std::filesystem::path& path,
                                   std::span<const TableColumn> columns, const ColumnWords& words) {
  return TableWriter(std::make_unique<File>(Database(database.handle_), database.handle_->database,
                                            path, columns, words));
}

void TableWriter::boolean(bool value) { target_->filled->put(value); }
void TableWriter::int64(std::int64_t value) { target_->filled->put(value); }
void TableWriter::real(double value) { target_->filled->put(value); }
void TableWriter::date(std::int32_t days) { target_->filled->put(days); }
void TableWriter::text(std::string_view value) { target_->filled->put_text(value); }
void TableWriter::unknown() { target_->filled->put_unknown(); }

Result<void> TableWriter::end_row() {
  target_->filled->end_row();
  return target_->filled->is_full() ? target_->flush() : Result<void>();
}

Result<void> TableWriter::rows(std::span<const std::int64_t> first_cells, const Chunk& chunk) {
  HEARTH_TRY(target_->flush());
  target_->filled->put_all(first_cells, chunk);
  return target_->flush();
}

Result<void> TableWriter::finish() {
  HEARTH_TRY(target_->flush());
  return target_->end();
}

}  // namespace hearth
