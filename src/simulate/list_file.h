// One delivery of a plain list as its agency keeps it: text with the list's separator, letters and
// way of writing days, or a workbook.
#pragma once

#include <optional>
#include <variant>

#include "simulate/agency_list.h"
#include "simulate/row_file.h"
#include "simulate/sheet_file.h"

namespace hearth {

struct SerialDay {  // a spreadsheet's own number for a day
  Date day;
};
using Cell = std::variant<std::string, Date, SerialDay>;

class ListFile {
 public:
  ListFile(const AgencyList& list, const Delivery& delivery, const std::filesystem::path& folder);

  void cell(const Cell& cell);
  void end_row();

  std::string name() const { return name_; }
  std::int64_t rows() const { return sheet_ ? sheet_->rows() : text_.rows(); }  // headers too

  Result<void> put_away(std::size_t more_than) {
    return sheet_ ? Result<void>() : text_.put_away(more_than);
  }
  Result<void> finish();  // with its line of totals, if the list has one

 private:
  const AgencyList& list_;
  std::string name_;
  RowFile text_;
  std::optional<SheetFile> sheet_;
};

}  // namespace hearth
