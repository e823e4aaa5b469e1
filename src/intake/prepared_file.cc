#include "intake/prepared_file.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <utility>

#include "base/text.h"
#include "intake/workbook.h"

namespace hearth {
namespace {

constexpr int kRowsToLookAt = 40;          // for a header
constexpr std::size_t kLongest = 1 << 20;  // of a line that is looked at

// What Windows-1252 has between 0x80 and 0x9F; 0: nothing.
constexpr std::array<char32_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void put_utf8(std::string& text, char32_t letter) {
  if (letter < 0x800) {
    text += static_cast<char>(0xC0 | letter >> 6);
  } else {
    text += static_cast<char>(0xE0 | letter >> 12);
    text += static_cast<char>(0x80 | (letter >> 6 & 0x3F));
  }
  text += static_cast<char>(0x80 | (letter & 0x3F));
}

// A byte that means nothing stays, so that its row is set aside as no text.
std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t letter = byte < 0xA0 && byte >= 0x80 ? kWindows[byte - 0x80] : byte;
    if (byte < 0x80 || letter == 0)
      text += c;
    else
      put_utf8(text, letter);
  }
  return text;
}

std::string quoted(const std::string& cell, char delimiter) {
  if (cell.find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos) return cell;
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

bool has_columns_of_a_table(const FeedForm& form, const std::vector<std::string>& cells) {
  return std::ranges::any_of(form.tables, [&](const TableRule& table) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const auto& name = table.columns[c];
      const bool there =
          std::ranges::any_of(cells, [&](const std::string& cell) { return trim(cell) == name; });
      if (!there && !table.optional[c]) return false;
    }
    return !table.columns.empty();
  });
}

// Our own file of rows set aside, mended: its header is on top, whatever the agency's has above.
bool are_rejects(const std::vector<std::string>& cells) {
  return !cells.empty() && cells.back() == kSetAsideBecause;
}

// The copy while it is written: knows when the header has come and where the table ends.
class PlainCopy {
 public:
  explicit PlainCopy(const FeedForm& form) : form_(form) {}
  ~PlainCopy() {
    if (file_) std::fclose(file_);
  }
  PlainCopy(const PlainCopy&) = delete;

  Result<void> begin() {
    auto name = (std::filesystem::temp_directory_path() / "hearth-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());  // readable by its owner only
    if (descriptor >= 0) file_ = ::fdopen(descriptor, "w");
    if (!file_) return failed("cannot make a passing copy of a file in " + name);
    path_ = name;
    passing_ = std::shared_ptr<void>(nullptr, [name](void*) { ::unlink(name.c_str()); });
    return {};
  }

  void take(std::int64_t row, const std::vector<std::string>& cells, std::string_view line) {
    if (!had_header_) {
      const bool header = form_.header_row > 0 ? row == form_.header_row || are_rejects(cells)
                                               : has_columns_of_a_table(form_, cells);
      if (!header) return;
      had_header_ = true;
      above_ = row - 1;
      width_ = cells.size();
    }
    for (; next_ + above_ + 1 < row; ++next_) put("");  // blank rows keep the others' numbers
    const bool footer = is_footer(cells);
    put(footer ? std::string_view() : line);
    ++next_;
  }

  bool had_header() const { return had_header_; }
  std::size_t width() const { return width_; }
  bool looks_on(std::int64_t row) const { return had_header_ || row <= kRowsToLookAt; }

  Result<PreparedFile> finish() {
    const bool written = std::fflush(file_) == 0 && !std::ferror(file_);
    std::fclose(std::exchange(file_, nullptr));
    if (!written) return failed("cannot write a passing copy of a file: is the disk full?");
    return PreparedFile{path_, above_, had_header_, passing_};
  }

 private:
  bool is_footer(const std::vector<std::string>& cells) const {
    const auto first = std::ranges::find_if(cells, [](const auto& cell) { return !cell.empty(); });
    return first != cells.end() && std::ranges::any_of(form_.footers, [&](const auto& word) {
             return first->starts_with(word);
           });
  }

  void put(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), file_);
    std::fputc('\n', file_);
  }

  const FeedForm& form_;
  std::FILE* file_ = nullptr;
  std::filesystem::path path_;
  std::shared_ptr<void> passing_;
  bool had_header_ = false;
  std::int64_t above_ = 0;
  std::int64_t next_ = 0;  // rows written
  std::size_t width_ = 0;
};

std::vector<std::string> cells_of(std::string_view line, char delimiter) {
  std::vector<std::string> cells;
  for (auto cell : split(line, delimiter)) {
    cell = trim(cell);
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') {
      cell = cell.substr(1, cell.size() - 2);
    }
    cells.emplace_back(cell);
  }
  return cells;
}

// False at the end. Of a line beyond all reason only so much is kept that its reader refuses it.
bool next_line(std::streambuf& bytes, std::string& line) {
  line.clear();
  auto byte = bytes.sbumpc();
  if (byte == std::char_traits<char>::eof()) return false;
  for (; byte != std::char_traits<char>::eof() && byte != '\n'; byte = bytes.sbumpc()) {
    if (line.size() < 2 * kLongest) line += static_cast<char>(byte);
  }
  return true;
}

Result<void> copy_text(const FeedForm& form, const std::filesystem::path& path, PlainCopy& copy) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed("cannot open " + path.filename().string());
  std::string line;
  bool other_letters = form.windows_1252;
  for (std::int64_t row = 1; next_line(*file.rdbuf(), line) && copy.looks_on(row); ++row) {
    if (row == 1 && line.starts_with(kByteOrderMark)) {
      line.erase(0, kByteOrderMark.size());
      other_letters = false;  // it says itself that it is UTF-8
    }
    if (line.ends_with('\r')) line.pop_back();
    const auto text = other_letters ? from_windows_1252(line) : line;
    const bool short_enough = text.size() < kLongest;
    copy.take(row, cells_of(short_enough ? text : std::string_view(), form.delimiter), text);
  }
  return {};
}

Result<void> copy_sheet(const FeedForm& form, const std::filesystem::path& path, PlainCopy& copy,
                        FileFaults& faults) {
  const auto refuse = [&](const Error& error) {
    faults.add(intake::kWorkbookRefused, {}, error.message);
    return Result<void>();
  };
  const auto workbook = Workbook::open(path);
  if (!workbook) return refuse(workbook.error());
  const auto read = workbook->read(form.sheet, form.dates.front(), [&](const WorkbookRow& row) {
    auto cells = row.cells;
    while (!cells.empty() && trim(cells.back()).empty()) cells.pop_back();
    if (copy.had_header() && cells.size() < copy.width()) cells.resize(copy.width());
    std::string line;
    for (const auto& cell : cells) {
      if (&cell != cells.data()) line += form.delimiter;
      line += quoted(cell, form.delimiter);
    }
    copy.take(row.row, cells, line);
  });
  if (!read) return refuse(read.error());
  if (read->merged > 0) faults.add(intake::kMergedCells, {}, read->merged);
  if (read->formulas_without_value > 0) {
    faults.add(intake::kFormulaWithoutValue, {}, read->formulas_without_value);
  }
  return {};
}

}  // namespace

bool is_workbook(const std::filesystem::path& path) {
  auto ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return ending == ".xlsx" || ending == ".xlsm";
}

Result<PreparedFile> prepare_file(const FeedForm& form, const std::filesystem::path& path,
                                  FileFaults& faults) {
  const bool workbook = is_workbook(path);
  const bool plain = !form.windows_1252 && form.header_row == 1 && form.footers.empty();
  if (!workbook && plain) return PreparedFile{path, 0, true, nullptr};
  PlainCopy copy(form);
  HEARTH_TRY(copy.begin());
  HEARTH_TRY(workbook ? copy_sheet(form, path, copy, faults) : copy_text(form, path, copy));
  auto prepared = copy.finish();
  if (prepared && !prepared->readable && faults.last().empty())
    faults.add(intake::kNoHeaderFound, {});
  return prepared;
}

}  // namespace hearth
