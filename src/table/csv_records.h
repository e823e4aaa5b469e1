// Cuts the bytes of a CSV file into records, one after another, in bounded memory.
//
// A record is a line, or several if a quoted cell holds line ends. Where quotes do not add up, only
// the first line is given up and reading goes on at the next, so that one stray quote cannot
// swallow the rows below it.
#pragma once

#include <optional>
#include <vector>

#include "table/csv_line.h"
#include "table/open_file.h"
#include "table/table_file.h"

namespace hearth {

struct CsvRecord {
  std::span<char> bytes;               // without its line end; the caller may write into it
  std::int64_t row = 0;                // the header is row 1
  bool quoted = false;                 // holds a quote anywhere
  std::optional<RejectReason> reason;  // why it is no record; bytes then mean nothing
  // Its cells, good until the next record; none where they are still to be told apart.
  std::span<const std::string_view> cells = {};
};

class CsvRecords {
 public:
  CsvRecords(OpenFile file, CsvForm form);

  // The next record; nullopt where there is none, or none without moving earlier ones: then
  // `at_end` tells which. Records stay where they are until `refill`.
  std::optional<CsvRecord> next();
  bool at_end() const { return begin_ == end_ && whole_; }
  Result<void> refill();

  // At the start of a file: steps over a byte order mark. False for one of UTF-16.
  bool skip_byte_order_mark();

 private:
  struct Cut {
    std::size_t length = 0;  // of the record, line end included
    bool quoted = false;
    std::optional<RejectReason> reason;
  };
  std::optional<Cut> cut_line() const;
  std::optional<Cut> cut_quoted(std::size_t line_length) const;
  CsvRecord take(const Cut& cut);
  CsvRecord take(const CsvLine& line);
  void skip_long_line();

  OpenFile file_;
  CsvForm form_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // what is read but not yet cut
  bool whole_ = false;               // the file holds no more
  bool skipping_ = false;            // in a line over the limit, which was already answered
  std::int64_t row_ = 0;
  std::vector<std::string_view> cells_;
};

}  // namespace hearth
