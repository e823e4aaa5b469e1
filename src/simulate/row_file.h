// A CSV file that grows row by row through a small buffer, so that hundreds may grow at once: a
// file is only open while its buffer is put away.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth {

class RowFile {
 public:
  explicit RowFile(std::filesystem::path path, char delimiter = ',')
      : path_(std::move(path)), delimiter_(delimiter) {}

  // The next cell of the row; quoted where it must be.
  void cell(std::string_view text);
  void end_row();
  void row(std::span<const std::string_view> cells);
  void raw(std::string_view text) { buffer_ += text; }  // of a file that is no CSV

  std::int64_t rows() const { return rows_; }  // the header is one
  std::string name() const { return path_.filename().string(); }

  // To be asked now and then, and at the end: puts away what there is; the first Error stands.
  Result<void> put_away(std::size_t more_than = 0);

 private:
  std::filesystem::path path_;
  char delimiter_;
  std::string buffer_;
  bool begun_ = false;  // the file is there
  bool row_begun_ = false;
  std::int64_t rows_ = 0;
};

}  // namespace hearth
