// One file of a facts folder: its header checked, its rows counted whatever becomes of them.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "facts/file_account.h"
#include "facts/row_reader.h"
#include "table/table_file.h"

namespace hearth {

struct ColumnNames {
  std::vector<std::string> needed;
  std::vector<std::string> others;  // may be left out
};

class FactsFile {
 public:
  struct TakeNone {
    bool operator()(const Chunk&, std::span<const std::int64_t>) const { return false; }
  };

  // Only a Parquet file needs the database.
  static Result<FactsFile> open(std::optional<Database>& database,
                                const std::filesystem::path& path);

  FileAccount& account() { return account_; }
  bool has(std::string_view name) const { return column(name).at.has_value(); }
  Column column(std::string_view name) const;
  std::int64_t rows() const { return table_.rows(); }  // a guess before the rows are read

  // Notes what the header lacks or has too much. Without a needed column every row is set aside.
  void check_header(const ColumnNames& names);

  // Calls `read_row(RowReader&)`, which answers whether the row is kept, for every row there is,
  // but for those of chunks that `take(chunk, row_numbers)` takes as a whole.
  template <typename ReadRow, typename Take = TakeNone>
  Result<void> each_row(ReadRow read_row, Take take = {}) {
    RowReader row(account_);
    for (;;) {
      const auto chunk = table_.next();
      if (!chunk) return std::unexpected(chunk.error());
      if (*chunk == nullptr) break;
      if (usable_ && take(**chunk, table_.row_numbers())) {
        account_.keep(std::ssize(table_.row_numbers()));
        continue;
      }
      row.look_at(**chunk, table_.row_numbers());
      for (std::size_t i = 0; i < (*chunk)->size(); ++i) {
        row.go_to(i);
        usable_&& read_row(row) ? account_.keep() : account_.set_aside();
      }
    }
    note_what_was_not_read();
    return {};
  }

  // Once read: false if no row could be kept, or rows are lost that nobody can count.
  bool whole() const;

  // Counts the rows of a file that nobody reads.
  Result<void> set_all_aside() {
    usable_ = false;
    return each_row([](RowReader&) { return false; });
  }

 private:
  FactsFile(TableFile table, std::string name)
      : table_(std::move(table)), account_(std::move(name)) {}
  bool any_known(const ColumnNames& names) const;
  void note_what_was_not_read();

  TableFile table_;
  FileAccount account_;
  bool usable_ = true;
};

}  // namespace hearth
