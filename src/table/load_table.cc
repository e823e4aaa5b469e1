#include "table/load_table.h"

#include <algorithm>
#include <unordered_set>

#include "table/table_writer.h"

namespace hearth {
namespace {

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

std::vector<std::string> sql_names(std::span<const TableColumn> columns) {
  std::unordered_set<std::string> taken{std::string(kRowColumn)};
  std::vector<std::string> names;
  for (const auto& column : columns) {
    auto name = column.name.empty() ? std::string("column") : column.name;
    for (int n = 2; !taken.insert(lower(name)).second; ++n) {
      name = fmt::format("{} ({})", column.name, n);
    }
    names.push_back(name);
  }
  return names;
}

}  // namespace

Result<LoadedTable> load_table(Database& database, const std::filesystem::path& path,
                               std::string_view name, CsvForm form) {
  auto file = TableFile::open(database, path, form);
  if (!file) return std::unexpected(file.error());
  LoadedTable loaded;
  loaded.columns.assign(file->columns().begin(), file->columns().end());
  loaded.sql_names = sql_names(loaded.columns);
  std::vector<TableColumn> declared{{std::string(kRowColumn), ColumnType::Int64}};
  for (std::size_t i = 0; i < loaded.columns.size(); ++i) {
    declared.push_back({loaded.sql_names[i], loaded.columns[i].type});
  }
  auto writer = TableWriter::create(database, name, declared);
  if (!writer) return std::unexpected(writer.error());
  for (;;) {
    const auto chunk = file->next();
    if (!chunk) return std::unexpected(chunk.error());
    if (*chunk == nullptr) break;
    HEARTH_TRY(writer->rows(file->row_numbers(), **chunk));
  }
  HEARTH_TRY(writer->finish());
  loaded.rows = file->rows();
  loaded.kept = file->delivered();
  loaded.rejects.assign(file->rejects().begin(), file->rejects().end());
  loaded.fault = file->fault();
  return loaded;
}

}  // namespace hearth
