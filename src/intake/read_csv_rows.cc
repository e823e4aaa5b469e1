#include "intake/read_csv_rows.h"

#include <algorithm>

#include "base/text.h"
#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

// Where each of the table's columns stands in the file; -1 where it does not.
std::vector<int> positions(const TableRule& table, const TableFile& file) {
  std::vector<int> at;
  for (const auto& column : table.columns) {
    const auto found = std::ranges::find(
        file.columns(), column, [](const TableColumn& c) { return std::string(trim(c.name)); });
    const bool there = found != file.columns().end();
    at.push_back(there ? static_cast<int>(found - file.columns().begin()) : -1);
  }
  return at;
}

// The cells of each column that the file has. One that is not known is an empty text.
std::vector<std::span<const TextCell>> cells_of(const Chunk& chunk, const std::vector<int>& at) {
  std::vector<std::span<const TextCell>> cells(at.size());
  for (std::size_t c = 0; c < at.size(); ++c) {
    if (at[c] >= 0) cells[c] = chunk.texts(static_cast<std::size_t>(at[c]));
  }
  return cells;
}

// Hardly any cell has spaces around it, and that is soon seen.
std::string_view trimmed(std::string_view cell) {
  const bool bare = cell.empty() || (cell.front() > ' ' && cell.back() > ' ');
  return bare ? cell : trim(cell);
}

}  // namespace

Result<CsvHeader> read_csv_header(const std::filesystem::path& path, char delimiter) {
  auto file = TableFile::open_csv(path, {.delimiter = delimiter});
  if (!file) return std::unexpected(std::move(file.error()));
  CsvHeader header;
  for (const auto& column : file->columns()) header.columns.emplace_back(trim(column.name));
  header.fault = file->fault();
  return header;
}

std::vector<std::string> missing_columns(const TableRule& table, const CsvHeader& header) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool there = std::ranges::find(header.columns, table.columns[i]) != header.columns.end();
    if (!there && !table.optional[i]) missing.push_back(table.columns[i]);
  }
  return missing;
}

Result<RowsRead> read_csv_rows(const PreparedFile& prepared, char delimiter, const TableRule& table,
                               FileFaults& faults, const FeedRowSink& sink) {
  auto file = TableFile::open_csv(prepared.path, {.delimiter = delimiter});
  if (!file) return std::unexpected(std::move(file.error()));
  const auto at = positions(table, *file);
  std::vector<std::string_view> cells(at.size());
  for (;;) {
    auto chunk = file->next();
    if (!chunk) return std::unexpected(std::move(chunk.error()));
    if (*chunk == nullptr) break;
    const auto texts = cells_of(**chunk, at);
    for (std::size_t r = 0; r < (*chunk)->size(); ++r) {
      for (std::size_t c = 0; c < at.size(); ++c) {
        cells[c] = texts[c].empty() ? std::string_view() : trimmed(texts[c][r].view());
      }
      sink({file->row_numbers()[r] + prepared.rows_above, 0, cells,
            table.key ? cells[*table.key] : std::string_view()});
    }
  }
  for (const auto& reject : file->rejects()) {
    faults.add(intake::kRowNotRead, {.row = reject.row + prepared.rows_above},
               to_text(reject.reason));
  }
  if (file->fault()) faults.add(intake::kFileNotRead, {}, to_text(*file->fault()));
  return RowsRead{file->rows(), file->rows() - file->delivered()};
}

}  // namespace hearth
