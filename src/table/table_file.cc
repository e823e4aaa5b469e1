#include "table/table_file.h"

#include <algorithm>

#include "table/csv_reader.h"
#include "table/parquet_reader.h"

namespace hearth {

std::optional<FileFormat> file_format(const std::filesystem::path& path) {
  auto ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (ending == ".csv") return FileFormat::Csv;
  if (ending == ".parquet") return FileFormat::Parquet;
  return std::nullopt;
}

std::string_view to_text(RejectReason reason) {
  switch (reason) {
    case RejectReason::WrongColumnCount: return "the row has more or fewer cells than the header";
    case RejectReason::UnterminatedQuote: return "a quoted cell does not end";
    case RejectReason::TextAfterQuote: return "there is text after the end of a quoted cell";
    case RejectReason::NotUtf8: return "the row is not UTF-8 text";
    case RejectReason::ControlCharacter:
      return "the row holds a zero byte or a stray carriage return";
    case RejectReason::LineTooLong: return "the line is too long";
  }
  return {};
}

std::string_view to_text(FileFault fault) {
  switch (fault) {
    case FileFault::Empty: return "the file is empty";
    case FileFault::NoHeader: return "the first row does not hold column names";
    case FileFault::NotUtf8: return "the file is not UTF-8 text";
    case FileFault::Damaged: return "the file is damaged or cut short";
  }
  return {};
}

Result<TableFile> TableFile::open(Database& database, const std::filesystem::path& path,
                                  CsvForm form) {
  if (file_format(path) == FileFormat::Parquet) {
    auto reader = ParquetReader::open(database, path);
    if (!reader) return std::unexpected(reader.error());
    return TableFile(std::move(*reader));
  }
  return open_csv(path, form);
}

Result<TableFile> TableFile::open_csv(const std::filesystem::path& path, CsvForm form) {
  auto reader = CsvReader::open(path, form);
  if (!reader) return std::unexpected(reader.error());
  return TableFile(std::move(*reader));
}

TableFile::TableFile(std::unique_ptr<Reader> reader) : reader_(std::move(reader)) {}
TableFile::~TableFile() = default;
TableFile::TableFile(TableFile&&) noexcept = default;
TableFile& TableFile::operator=(TableFile&&) noexcept = default;

Result<const Chunk*> TableFile::next() {
  HEARTH_TRY(reader_->next());
  return reader_->row_numbers.empty() ? nullptr : &reader_->chunk;
}

std::span<const TableColumn> TableFile::columns() const { return reader_->columns; }
std::span<const std::int64_t> TableFile::row_numbers() const { return reader_->row_numbers; }
std::optional<FileFault> TableFile::fault() const { return reader_->fault; }
std::int64_t TableFile::rows() const { return reader_->rows; }
std::int64_t TableFile::delivered() const { return reader_->delivered; }
std::span<const Reject> TableFile::rejects() const { return reader_->rejects; }

}  // namespace hearth
