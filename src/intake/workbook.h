// A workbook (.xlsx) as rows of texts: one sheet, its rows streamed, in the order of the file.
//
// A cell that the sheet shows as a day comes out as a day, in the way that is asked for; any other
// number as it is kept, which for a day entered as a plain number is a serial. Of a formula the
// value saved with it is read. Nothing is calculated and nothing is fetched.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "intake/date_pattern.h"
#include "intake/zip_file.h"

namespace hearth {

struct WorkbookRow {
  std::int64_t row = 0;  // as the sheet numbers it
  std::vector<std::string> cells;
};

struct SheetOddities {
  long long merged = 0;                  // groups of merged cells
  long long formulas_without_value = 0;  // cells
};

class Workbook {
 public:
  // An Error says what kind of file it is not.
  static Result<Workbook> open(const std::filesystem::path& path, ZipLimits limits = {});

  const std::vector<std::string>& sheets() const { return sheets_; }

  // `sheet` by its name; the first one if it is empty. A Error for one that is not there.
  Result<SheetOddities> read(const std::string& sheet, const DatePattern& dates,
                             const std::function<void(const WorkbookRow&)>& sink) const;

 private:
  explicit Workbook(ZipFile zip) : zip_(std::move(zip)) {}
  Result<void> read_sheets();
  Result<void> read_texts();
  Result<void> read_styles();

  ZipFile zip_;
  std::vector<std::string> sheets_;
  std::vector<std::string> parts_;    // of each sheet
  std::vector<std::string> texts_;    // that cells refer to
  std::vector<bool> shown_as_a_day_;  // by style
};

}  // namespace hearth
