// A review's workbook in a test: its sheet of pairs as texts, changed, and saved again as a
// spreadsheet program saves it, with the texts of all cells in one table.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hearth {

class ReviewSheet {
 public:
  explicit ReviewSheet(const std::filesystem::path& path);

  std::size_t rows() const { return table_.empty() ? 0 : table_.size() - 1; }  // of pairs
  const std::vector<std::string>& headings() const { return table_.front(); }
  std::string cell(std::size_t row, const std::string& column) const;  // rows from 0
  void set(std::size_t row, const std::string& column, const std::string& text);
  void decide(std::size_t row, const std::string& decision, const std::string& reason = "known",
              const std::string& by = "j.smith");
  void rename(const std::string& column, const std::string& to);
  void add_copy_of(std::size_t row);
  // The first row for which a column begins with a text; rows() if there is none.
  std::size_t find(const std::string& column, const std::string& beginning) const;
  std::string all_texts() const;

  std::string save(const std::filesystem::path& path, const char* sheet = "pairs") const;

 private:
  std::size_t column(const std::string& name) const;

  std::vector<std::vector<std::string>> table_;
};

}  // namespace hearth
