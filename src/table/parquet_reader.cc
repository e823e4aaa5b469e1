#include "table/parquet_reader.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace hearth {
namespace {

struct Shown {
  Sql expression;
  ColumnType type;
};

bool is_one_of(std::string_view type, std::span<const std::string_view> types) {
  return std::ranges::find(types, type) != types.end();
}

// A column of the file as one of our types.
Shown shown(const Sql& column, std::string_view type) {
  constexpr std::array<std::string_view, 7> kWhole = {
      "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT", "UINTEGER", "BIGINT"};
  if (type == "BOOLEAN") return {column, ColumnType::Boolean};
  if (type == "DATE") return {column, ColumnType::Date};
  if (type == "VARCHAR") return {column, ColumnType::Text};
  if (is_one_of(type, kWhole)) return {sql("{}::bigint", column), ColumnType::Int64};
  if (type == "DOUBLE" || type == "FLOAT" || type.starts_with("DECIMAL")) {
    return {sql("{}::double", column), ColumnType::Double};
  }
  if (type.starts_with("TIMESTAMP")) {
    return {sql("case when {}::date = {} then {}::date::varchar else {}::varchar end", column,
                column, column, column),
            ColumnType::Text};
  }
  return {sql("{}::varchar", column), ColumnType::Text};
}

Sql file_rows(const OpenFile& file) {
  return sql("read_parquet({}, binary_as_string = true)", literal(file.path()));
}

// A database that ran out of memory says nothing about the file.
bool is_damage(const Error& error) {
  return error.message.find("Out of Memory") == std::string::npos;
}

}  // namespace

Result<std::unique_ptr<ParquetReader>> ParquetReader::open(Database& database,
                                                           const std::filesystem::path& path) {
  auto file = OpenFile::open(path);
  if (!file) return std::unexpected(file.error());
  std::unique_ptr<ParquetReader> reader(new ParquetReader(std::move(*file)));
  if (reader->file_.size() == 0) {
    reader->fault = FileFault::Empty;
    return reader;
  }
  if (auto started = reader->start(database, "read " + path.filename().string()); !started) {
    if (!is_damage(started.error())) return std::unexpected(started.error());
    reader->fault = FileFault::Damaged;
  }
  return reader;
}

Result<void> ParquetReader::start(Database& database, const std::string& doing) {
  const auto promised = database.number(
      sql("select sum(num_rows)::bigint from parquet_file_metadata({})", literal(file_.path())),
      doing);
  if (!promised) return std::unexpected(promised.error());
  rows = *promised;
  auto answer = database.query(sql("select * from {}", file_rows(file_)), doing);
  if (!answer) return std::unexpected(answer.error());
  if (!take_columns(*answer)) {
    answer = cast_columns(database, doing);
    if (!answer) return std::unexpected(answer.error());
  }
  answer_ = std::move(*answer);
  return {};
}

// The columns as they are, if all of them are of our types.
bool ParquetReader::take_columns(const Rows& rows_of_file) {
  for (std::size_t i = 0; i < rows_of_file.column_count(); ++i) {
    if (rows_of_file.type(i) == ColumnType::Other) return false;
  }
  for (std::size_t i = 0; i < rows_of_file.column_count(); ++i) {
    columns.push_back({std::string(rows_of_file.name(i)), rows_of_file.type(i)});
  }
  return true;
}

Result<Rows> ParquetReader::cast_columns(Database& database, const std::string& doing) {
  auto described = database.query(sql("describe select * from {}", file_rows(file_)), doing);
  if (!described) return std::unexpected(described.error());
  std::vector<Sql> selected;
  for (;;) {
    const auto names = described->next();
    if (!names) return std::unexpected(names.error());
    if (*names == nullptr) break;
    for (std::size_t i = 0; i < (*names)->size(); ++i) {
      const std::string name((*names)->text(0, i));
      const auto column = shown(identifier(name), (*names)->text(1, i));
      columns.push_back({name, column.type});
      selected.push_back(column.expression);
    }
  }
  return database.query(sql("select {} from {}", join(selected, sql(", ")), file_rows(file_)),
                        doing);
}

Result<void> ParquetReader::next() {
  row_numbers.clear();
  if (fault || !answer_) return {};
  const auto rows_read = answer_->next();
  if (!rows_read) {
    if (!is_damage(rows_read.error())) return std::unexpected(rows_read.error());
    fault = FileFault::Damaged;
  } else if (*rows_read == nullptr) {
    answer_.reset();
  } else {
    chunk = **rows_read;
    row_numbers.resize(chunk.size());
    std::iota(row_numbers.begin(), row_numbers.end(), delivered + 2);  // the header would be row 1
    delivered += static_cast<std::int64_t>(chunk.size());
  }
  return {};
}

}  // namespace hearth
