#include "store/unread_rows.h"

#include <fmt/format.h>

#include <fstream>
#include <set>

#include "table/csv_records.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

Result<std::set<std::int64_t>> unread_rows(const fs::path& path, CsvForm form) {
  auto file = TableFile::open_csv(path, form);
  if (!file) return std::unexpected(file.error());
  for (;;) {
    const auto chunk = file->next();
    if (!chunk) return std::unexpected(chunk.error());
    if (*chunk == nullptr) break;
  }
  std::set<std::int64_t> rows;
  for (const auto& reject : file->rejects()) rows.insert(reject.row);
  return rows;
}

std::string line_of(const CsvRecord& record) {
  std::string line(record.bytes.begin(), record.bytes.end());
  while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
  return line + "\n";
}

// The header and the rows, of a file that was read once already. How many rows were there to copy.
Result<std::int64_t> copy_rows(const fs::path& from, CsvForm form,
                               const std::set<std::int64_t>& rows, std::ofstream& to) {
  auto open = OpenFile::open(from);
  if (!open) return std::unexpected(open.error());
  CsvRecords records(std::move(*open), form);
  HEARTH_TRY(records.refill());
  records.skip_byte_order_mark();
  std::int64_t copied = 0;
  for (;;) {
    const auto record = records.next();
    if (!record) {
      if (records.at_end()) return copied;
      HEARTH_TRY(records.refill());
      continue;
    }
    const bool wanted = rows.contains(record->row) && !record->bytes.empty();
    if (record->row == 1 || wanted) to << line_of(*record);
    copied += wanted;
  }
}

}  // namespace

Result<std::optional<SegmentEntry>> keep_unread_rows(const Lake& lake, std::int64_t load,
                                                     const LoadFile& file,
                                                     const FeedForm& feed_form) {
  const CsvForm form{.delimiter = feed_form.delimiter};
  const auto rows = unread_rows(file.prepared.path, form);
  if (!rows) return std::unexpected(rows.error());
  if (rows->empty()) return std::nullopt;
  SegmentEntry entry;
  entry.name = fmt::format("{}/unread/{}", load_name(load),
                           fs::path(file.name).replace_extension(".csv").string());
  entry.kind = kRejects;
  const auto path = lake.rejects_path(entry.name);
  std::error_code code;
  fs::create_directories(path.parent_path(), code);
  std::ofstream to(path, std::ios::binary);
  if (feed_form.windows_1252) to << kByteOrderMark;
  const auto copied = copy_rows(file.prepared.path, form, *rows, to);
  if (!copied) return std::unexpected(copied.error());
  to.close();
  if (!to) return failed("cannot write the rows that could not be read");
  if (*copied == 0) {
    fs::remove(path, code);
    return std::nullopt;
  }
  auto sum = checksum_of(path);
  if (!sum) return std::unexpected(sum.error());
  entry.rows = *copied;
  entry.bytes = sum->bytes;
  entry.sha256 = std::move(sum->sha256);
  return entry;
}

}  // namespace hearth
