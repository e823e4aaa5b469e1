#include "simulate/sheet_file.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <ctime>

namespace hearth {

struct SheetFile::Book {
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* day = nullptr;
  std::string path;
  bool whole = true;  // every cell was taken

  explicit Book(std::string to) : path(std::move(to)) {
    constexpr std::time_t kMade = 946'684'800;
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    book = workbook_new_opt(path.c_str(), &options);
    sheet = workbook_add_worksheet(book, "List");
    day = workbook_add_format(book);
    format_set_num_format(day, "dd/mm/yyyy");
    lxw_doc_properties properties = {};
    properties.created = kMade;
    workbook_set_properties(book, &properties);
  }
  ~Book() {
    if (book != nullptr) workbook_close(book);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  void took(lxw_error error) { whole = whole && error == LXW_NO_ERROR; }
};

SheetFile::SheetFile(const std::filesystem::path& path, const std::string& title)
    : book_(std::make_shared<Book>(path.string())) {
  text(title);
  end_row();
  end_row();
}

void SheetFile::text(std::string_view text) {
  const auto column = static_cast<lxw_col_t>(column_++);
  if (text.empty()) return;
  book_->took(worksheet_write_string(book_->sheet, static_cast<lxw_row_t>(row_), column,
                                     std::string(text).c_str(), nullptr));
}

void SheetFile::day(Date day) {
  const auto [year, month, of_month] = year_month_day(day);
  lxw_datetime at = {year, month, of_month, 0, 0, 0};
  book_->took(worksheet_write_datetime(book_->sheet, static_cast<lxw_row_t>(row_),
                                       static_cast<lxw_col_t>(column_++), &at, book_->day));
}

void SheetFile::number(int number) {
  book_->took(worksheet_write_number(book_->sheet, static_cast<lxw_row_t>(row_),
                                     static_cast<lxw_col_t>(column_++), number, nullptr));
}

Result<void> SheetFile::finish() {
  if (book_->book == nullptr) return {};
  const auto error = workbook_close(std::exchange(book_->book, nullptr));
  if (error != LXW_NO_ERROR) {
    return failed(fmt::format("cannot write {}: {}", book_->path, lxw_strerror(error)));
  }
  if (!book_->whole) {
    return failed(
        fmt::format("{} would have {} rows, more than a spreadsheet holds; ask for fewer "
                    "families",
                    book_->path, row_));
  }
  return {};
}

}  // namespace hearth
