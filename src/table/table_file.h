// A CSV or Parquet file as rows of named columns, none of them lost.
//
// Rows are numbered as a spreadsheet shows them: the header is row 1, and a CSV record that runs
// over several lines is one row. A row that cannot be read as a row is a Reject, and reading goes
// on with the next, so always rows = rows delivered + rejects. A CSV is read in bounded memory by a
// reader of our own, since no other tells the exact row of every fault; its cells are all Text, and
// an empty one is not known. A Parquet column comes as the nearest ColumnType; a timestamp comes as
// Text, without its time if that is midnight.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "table/chunk.h"
#include "table/database.h"

namespace hearth {

enum class FileFormat { Csv, Parquet };

// By the ending of its name, in capitals or not; nullopt for any other.
std::optional<FileFormat> file_format(const std::filesystem::path& path);

enum class RejectReason : std::uint8_t {
  WrongColumnCount,   // more or fewer cells than the header
  UnterminatedQuote,  // a quoted cell that does not end
  TextAfterQuote,     // a quoted cell with text after its closing quote
  NotUtf8,
  ControlCharacter,  // a zero byte, or a carriage return that ends no line
  LineTooLong,
};
std::string_view to_text(RejectReason reason);  // `the row has more or fewer cells than the header`

struct Reject {
  std::int64_t row;
  RejectReason reason;
};

// Why a file as a whole, or the rest of it, cannot be read.
enum class FileFault {
  Empty,     // not even a header
  NoHeader,  // row 1 does not hold column names
  NotUtf8,   // UTF-16, as some spreadsheets save it
  Damaged,   // a Parquet file that is cut short or overwritten
};
std::string_view to_text(FileFault fault);

struct TableColumn {
  std::string name;
  ColumnType type = ColumnType::Text;
};

struct CsvForm {
  char delimiter = ',';
  std::size_t longest_line = 1 << 20;  // in bytes; a longer one is a Reject
};

class TableFile {
 public:
  // The format is by the ending of the path's name. An Error is a file that cannot be opened.
  static Result<TableFile> open(Database& database, const std::filesystem::path& path,
                                CsvForm form = {});
  static Result<TableFile> open_csv(const std::filesystem::path& path, CsvForm form = {});
  ~TableFile();
  TableFile(TableFile&&) noexcept;
  TableFile& operator=(TableFile&&) noexcept;

  std::span<const TableColumn> columns() const;

  // The next rows, at most some thousands, in the file's order; null after the last, or when a
  // fault stops the reading.
  Result<const Chunk*> next();
  std::span<const std::int64_t> row_numbers() const;  // of the rows of that chunk

  // What is known so far; final once next() has answered null.
  std::optional<FileFault> fault() const;
  std::int64_t rows() const;  // rows of the file but the header and blank ones
  std::int64_t delivered() const;
  std::span<const Reject> rejects() const;  // a damaged rest has no Reject of its own

  class Reader;  // what a format's reader must do; see csv_reader.h and parquet_reader.h

 private:
  explicit TableFile(std::unique_ptr<Reader> reader);
  std::unique_ptr<Reader> reader_;
};

}  // namespace hearth
