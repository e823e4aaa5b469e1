// A workbook of one sheet that grows row by row: a title above the header, days as a spreadsheet
// keeps them. Its rows go to the disk as they come, and it is a file only once it is finished.
//
// The same rows make the same bytes: it says of itself that it was made on the first day of 2000.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"

namespace hearth {

class SheetFile {
 public:
  // The title takes two rows, the second of them empty.
  SheetFile(const std::filesystem::path& path, const std::string& title);

  void text(std::string_view text);
  void day(Date day);
  void number(int number);
  void end_row() { ++row_, column_ = 0; }

  std::int64_t rows() const { return row_; }
  Result<void> finish();

 private:
  struct Book;  // closed with this object
  std::shared_ptr<Book> book_;
  std::int64_t row_ = 0;
  int column_ = 0;
};

}  // namespace hearth
