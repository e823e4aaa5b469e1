#include "review_sheet.h"

#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include <algorithm>

#include "intake/workbook.h"

namespace hearth {

ReviewSheet::ReviewSheet(const std::filesystem::path& path) {
  const auto book = Workbook::open(path);
  EXPECT_TRUE(book.has_value()) << path;
  if (!book) return;
  const auto read = book->read("pairs", *DatePattern::parse("YYYY-MM-DD"),
                               [&](const WorkbookRow& row) { table_.push_back(row.cells); });
  EXPECT_TRUE(read.has_value());
  for (auto& row : table_) row.resize(table_.front().size());
}

std::size_t ReviewSheet::column(const std::string& name) const {
  const auto at = std::ranges::find(headings(), name);
  EXPECT_NE(at, headings().end()) << name;
  return static_cast<std::size_t>(at - headings().begin());
}

std::string ReviewSheet::cell(std::size_t row, const std::string& name) const {
  return table_.at(row + 1).at(column(name));
}

void ReviewSheet::set(std::size_t row, const std::string& name, const std::string& text) {
  table_.at(row + 1).at(column(name)) = text;
}

void ReviewSheet::decide(std::size_t row, const std::string& decision, const std::string& reason,
                         const std::string& by) {
  set(row, "decision", decision);
  set(row, "reason", reason);
  set(row, "decided by", by);
}

void ReviewSheet::rename(const std::string& name, const std::string& to) {
  table_.front().at(column(name)) = to;
}

void ReviewSheet::add_copy_of(std::size_t row) {
  auto copy = table_.at(row + 1);
  table_.push_back(std::move(copy));
}

std::size_t ReviewSheet::find(const std::string& name, const std::string& beginning) const {
  std::size_t row = 0;
  while (row < rows() && !cell(row, name).starts_with(beginning)) ++row;
  return row;
}

std::string ReviewSheet::all_texts() const {
  std::string texts;
  for (const auto& row : table_) {
    for (const auto& text : row) texts += text + "\n";
  }
  return texts;
}

std::string ReviewSheet::save(const std::filesystem::path& path, const char* sheet_name) const {
  auto* book = workbook_new(path.c_str());
  auto* sheet = workbook_add_worksheet(book, sheet_name);
  for (std::size_t row = 0; row < table_.size(); ++row) {
    for (std::size_t column = 0; column < table_[row].size(); ++column) {
      if (table_[row][column].empty()) continue;
      worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                             table_[row][column].c_str(), nullptr);
    }
  }
  EXPECT_EQ(workbook_close(book), LXW_NO_ERROR);
  return path.string();
}

}  // namespace hearth
