// Reads one declared field of a record: a cell becomes the number that RecordTable keeps.
#pragma once

#include <string>
#include <unordered_map>

#include "facts/record_batch.h"
#include "facts/row_reader.h"

namespace hearth {

class FieldReader {
 public:
  FieldReader(const Field& field, Column column);

  // The cell's value as Field says, or kNotKnown for an empty or a bad one.
  double read(RowReader& row, TextPool& texts);

  // The values of a whole chunk, if every cell is sound and the field is one that can be copied;
  // false: some may have been written, read row by row.
  bool take(const Chunk& chunk, std::span<double> out);

  const Column& column() const { return column_; }
  const std::vector<std::string>& codes() const { return codes_; }

 private:
  double read_number(RowReader& row) const;
  double read_code(RowReader& row);
  std::optional<double> code_of(std::string_view text);
  bool take_codes(const Chunk& chunk, std::span<double> out);
  bool take_flags(const Chunk& chunk, std::span<double> out) const;

  const Field& field_;
  Column column_;
  std::vector<std::string> codes_;  // of a Code field: the declared ones, then new ones
  std::unordered_map<std::string, double, TextHash, std::equal_to<>> code_numbers_;
  std::string last_text_;
  double last_code_ = 0;
};

}  // namespace hearth
