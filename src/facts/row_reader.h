// Reads the cells of one row after another, strictly, and notes what is wrong with them.
//
// A cell that cannot be read makes the row bad; its faults are noted in the file's account, all of
// them, and the caller sets the row aside. An empty cell is not known, whatever its column.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "facts/file_account.h"
#include "table/chunk.h"

namespace hearth {

// Whether a date is one that people write: of the years 1 to 9999.
constexpr bool within_calendar(Date date) {
  using namespace std::chrono;
  constexpr auto kFirst = sys_days{year{1} / 1 / 1}.time_since_epoch().count();
  constexpr auto kLast = sys_days{year{9999} / 12 / 31}.time_since_epoch().count();
  return kFirst <= date.days && date.days <= kLast;
}

// A column of the file, or of none: then every cell of it is empty.
struct Column {
  std::string name;
  std::optional<std::size_t> at;
};

class RowReader {
 public:
  explicit RowReader(FileAccount& account) : account_(account) {}

  void look_at(const Chunk& chunk, std::span<const std::int64_t> row_numbers) {
    chunk_ = &chunk;
    row_numbers_ = row_numbers;
  }
  void go_to(std::size_t row) {
    row_ = row;
    good_ = true;
  }
  std::int64_t row_number() const { return row_numbers_[row_]; }
  bool good() const { return good_; }

  std::optional<Date> date(const Column& column);
  std::optional<double> number(const Column& column);
  std::optional<bool> flag(const Column& column);
  std::string_view text(const Column& column);  // good until the row's fourth next text
  Date needed_date(const Column& column);
  std::string_view needed_text(const Column& column);

  // Makes the row bad for a reason the caller found.
  template <typename... Arguments>
  void refuse(const DiagnosticKind<Arguments...>& kind, const Column& column,
              const std::type_identity_t<Arguments>&... arguments) {
    good_ = false;
    account_.note(kind, row_number(), column.name, arguments...);
  }
  template <typename Hint>
  void refuse_with(const Hint& hint, const DiagnosticKind<>& kind, const Column& column) {
    good_ = false;
    account_.note_with(hint, kind, row_number(), column.name);
  }

 private:
  bool empty(const Column& column) const { return !column.at || !chunk_->known(*column.at, row_); }
  ColumnType type(const Column& column) const { return chunk_->type(*column.at); }
  std::string_view cell(const Column& column) const {
    return chunk_->texts(*column.at)[row_].view();
  }
  std::string_view printed(std::int64_t number);

  FileAccount& account_;
  const Chunk* chunk_ = nullptr;
  std::span<const std::int64_t> row_numbers_;
  std::size_t row_ = 0;
  bool good_ = true;
  std::array<std::array<char, 24>, 4> printed_{};  // ids that a file keeps as numbers
  std::size_t next_printed_ = 0;
};

}  // namespace hearth
