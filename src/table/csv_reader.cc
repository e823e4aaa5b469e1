#include "table/csv_reader.h"

#include <algorithm>

namespace hearth {
namespace {

constexpr std::size_t kChunkRows = 2048;
constexpr std::size_t kChunkWords = kChunkRows / 64;
// Columns do not stand a power of two apart, or all cells of a row would want the same place in the
// processor's cache.
constexpr std::size_t kColumnCells = kChunkRows + 4;

// Takes the next cell off the front of the record, and the delimiter after it. The text of a quoted
// cell is put together where it stands.
std::string_view take_cell(std::span<char>& rest, char delimiter, bool& more) {
  std::size_t length = 0;
  std::size_t at = 0;
  if (!rest.empty() && rest[0] == '"') {
    for (at = 1; rest[at] != '"' || (at + 1 < rest.size() && rest[at + 1] == '"'); ++at) {
      if (rest[at] == '"') ++at;
      rest[length++] = rest[at];
    }
    ++at;
  } else {
    at = static_cast<std::size_t>(std::ranges::find(rest, delimiter) - rest.begin());
    length = at;
  }
  const std::string_view cell(rest.data(), length);
  more = at < rest.size();
  rest = rest.subspan(more ? at + 1 : at);
  return cell;
}

bool is_blank(std::span<const char> bytes, char delimiter) {
  return std::ranges::all_of(bytes, [&](char c) { return c == delimiter; });
}

}  // namespace

Result<std::unique_ptr<CsvReader>> CsvReader::open(const std::filesystem::path& path,
                                                   CsvForm form) {
  auto file = OpenFile::open(path);
  if (!file) return std::unexpected(file.error());
  std::unique_ptr<CsvReader> reader(new CsvReader(std::move(*file), form));
  HEARTH_TRY(reader->read_header());
  return reader;
}

Result<void> CsvReader::read_header() {
  HEARTH_TRY(records_.refill());
  if (!records_.skip_byte_order_mark()) {
    fault = FileFault::NotUtf8;
  } else if (records_.at_end()) {
    fault = FileFault::Empty;
  } else {
    const auto header = records_.next();
    if (!header || header->reason || is_blank(header->bytes, form_.delimiter)) {
      fault = FileFault::NoHeader;
      return {};
    }
    auto rest = header->bytes;
    for (bool more = true; more;) {
      columns.push_back({std::string(take_cell(rest, form_.delimiter, more)), ColumnType::Text});
    }
    cells_.resize(columns.size() * kColumnCells);
    known_.resize(columns.size() * kChunkWords);
  }
  return {};
}

Result<void> CsvReader::next() {
  row_numbers.clear();
  std::ranges::fill(known_, 0);
  while (!fault && row_numbers.size() < kChunkRows) {
    if (const auto record = records_.next()) {
      add(*record);
    } else if (!row_numbers.empty() || records_.at_end()) {
      break;  // the rows so far are delivered before the buffer moves
    } else {
      HEARTH_TRY(records_.refill());
    }
  }
  show(row_numbers.size());
  return {};
}

void CsvReader::add(const CsvRecord& record) {
  if (!record.reason && is_blank(record.bytes, form_.delimiter)) return;
  ++rows;
  if (record.reason) {
    rejects.push_back({record.row, *record.reason});
  } else if (!split(record)) {
    rejects.push_back({record.row, RejectReason::WrongColumnCount});
  } else {
    row_numbers.push_back(record.row);
  }
}

bool CsvReader::split(const CsvRecord& record) {
  if (!record.cells.empty()) {
    if (record.cells.size() != columns.size()) return false;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      put(column, record.cells[column]);
    }
    return true;
  }
  auto rest = record.bytes;
  bool more = true;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (!more) return false;
    put(column, take_cell(rest, form_.delimiter, more));
  }
  return !more;
}

void CsvReader::put(std::size_t column, std::string_view cell) {
  const auto row = row_numbers.size();
  std::construct_at(&cells_[column * kColumnCells + row], cell);  // where it stands: no copy
  auto& known = known_[column * kChunkWords + row / 64];
  const auto bit = std::uint64_t{1} << (row % 64);
  known = cell.empty() ? known & ~bit : known | bit;
}

void CsvReader::show(std::size_t row_count) {
  std::vector<Chunk::Column> shown(columns.size());
  for (std::size_t column = 0; column < columns.size(); ++column) {
    shown[column] = {ColumnType::Text, cells_.data() + column * kColumnCells,
                     known_.data() + column * kChunkWords};
  }
  chunk = Chunk(row_count, std::move(shown));
  delivered += static_cast<std::int64_t>(row_count);
}

}  // namespace hearth
