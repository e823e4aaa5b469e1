#include "store/facts_workbook.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <vector>

#include "base/date.h"
#include "table/table_file.h"

namespace hearth {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostRows = 1'048'575;
constexpr std::time_t kMade = 946'684'800;  // the same facts make the same bytes, whatever the day
constexpr std::array<std::string_view, 5> kFirstSheets = {"people", "families", "members",
                                                          "coverage", "terms"};

std::vector<fs::path> in_order(const fs::path& folder, std::error_code& code) {
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, code); !code && entry != fs::directory_iterator();
       entry.increment(code)) {
    files.push_back(entry->path());
  }
  std::ranges::sort(files, {}, [](const fs::path& file) {
    const auto name = file.stem().string();
    return std::pair(std::ranges::find(kFirstSheets, name) - kFirstSheets.begin(), name);
  });
  return files;
}

class WorkbookWriting {
 public:
  explicit WorkbookWriting(const fs::path& path) {
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    book_ = workbook_new_opt(path.c_str(), &options);
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "yyyy-mm-dd");
    lxw_doc_properties properties = {};
    properties.created = kMade;
    workbook_set_properties(book_, &properties);
  }
  ~WorkbookWriting() {
    if (book_ != nullptr) workbook_close(book_);
  }
  WorkbookWriting(const WorkbookWriting&) = delete;

  Result<void> add(Database& database, const fs::path& path) {
    auto file = TableFile::open(database, path);
    if (!file) return std::unexpected(file.error());
    if (file->rows() > kMostRows) {
      return failed(
          fmt::format("the sheet `{}` would have {} rows, and a spreadsheet holds {}; "
                      "export as CSV or Parquet",
                      path.stem().string(), file->rows(), kMostRows));
    }
    auto* sheet = workbook_add_worksheet(book_, path.stem().string().substr(0, 31).c_str());
    write_header(sheet, file->columns());
    lxw_row_t row = 1;
    for (;;) {
      const auto chunk = file->next();
      if (!chunk) return std::unexpected(chunk.error());
      if (*chunk == nullptr) return {};
      for (std::size_t r = 0; r < (*chunk)->size(); ++r) write_row(sheet, row++, **chunk, r);
    }
  }

  Result<void> finish() {
    const auto error = workbook_close(book_);
    book_ = nullptr;
    if (error == LXW_NO_ERROR) return {};
    return failed(fmt::format("cannot write the workbook: {}", lxw_strerror(error)));
  }

 private:
  void write_header(lxw_worksheet* sheet, std::span<const TableColumn> columns) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      worksheet_write_string(sheet, 0, column, columns[c].name.c_str(), bold_);
      worksheet_set_column(sheet, column, column, 14, nullptr);
    }
    worksheet_freeze_panes(sheet, 1, 0);
  }

  void write_row(lxw_worksheet* sheet, lxw_row_t row, const Chunk& chunk, std::size_t from) {
    for (std::size_t c = 0; c < chunk.column_count(); ++c) {
      if (chunk.known(c, from)) write_cell(sheet, row, static_cast<lxw_col_t>(c), chunk, c, from);
    }
  }

  void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Chunk& chunk,
                  std::size_t c, std::size_t from) {
    switch (chunk.type(c)) {
      case ColumnType::Boolean:
        worksheet_write_boolean(sheet, row, column, chunk.booleans(c)[from], nullptr);
        break;
      case ColumnType::Int64:
        worksheet_write_number(sheet, row, column, static_cast<double>(chunk.int64s(c)[from]),
                               nullptr);
        break;
      case ColumnType::Double:
        worksheet_write_number(sheet, row, column, chunk.doubles(c)[from], nullptr);
        break;
      case ColumnType::Date: write_day(sheet, row, column, Date{chunk.dates(c)[from]}); break;
      default: {
        const std::string text(chunk.text(c, from));
        worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
      }
    }
  }

  // A spreadsheet counts days from 1900; an earlier one is written out.
  void write_day(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, Date date) {
    const auto [year, month, day] = year_month_day(date);
    if (year < 1900) {
      worksheet_write_string(sheet, row, column, to_text(date).c_str(), nullptr);
      return;
    }
    lxw_datetime at = {year, month, day, 0, 0, 0};
    worksheet_write_datetime(sheet, row, column, &at, day_);
  }

  lxw_workbook* book_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* day_ = nullptr;
};

Result<void> write_sheets(const fs::path& facts, const fs::path& path) {
  std::error_code code;
  const auto files = in_order(facts, code);
  if (code) return failed("cannot look into the folder of the facts: " + code.message());
  auto database = Database::open(1);
  if (!database) return std::unexpected(database.error());
  WorkbookWriting writing(path);
  for (const auto& file : files) HEARTH_TRY(writing.add(*database, file));
  return writing.finish();
}

}  // namespace

Result<void> write_facts_workbook(const fs::path& facts, const fs::path& workbook) {
  auto unfinished = workbook;
  unfinished += ".unfinished";
  std::error_code code;
  auto written = write_sheets(facts, unfinished);
  if (written) {
    fs::rename(unfinished, workbook, code);
    if (code) written = failed("cannot give the workbook its name: " + code.message());
  }
  if (!written) fs::remove(unfinished, code);
  return written;
}

}  // namespace hearth
