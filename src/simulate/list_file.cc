#include "simulate/list_file.h"

#include <fmt/format.h>

namespace hearth {
namespace {

// A spreadsheet on Windows keeps `ë` in one byte.
std::string windows_1252(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xC2 || byte == 0xC3) {
      const auto next = static_cast<unsigned char>(text[++i]);
      result += static_cast<char>(byte == 0xC3 ? next + 0x40 : next);
    } else {
      result += text[i];
    }
  }
  return result;
}

int serial(Date day) { return day - date_of({1899, 12, 30}); }

std::string as_text(const Cell& cell, const AgencyList& list) {
  if (const auto* day = std::get_if<Date>(&cell)) return written(*day, list.dates);
  if (const auto* day = std::get_if<SerialDay>(&cell)) return fmt::format("{}", serial(day->day));
  const auto& text = std::get<std::string>(cell);
  return list.letters == Letters::Windows1252 ? windows_1252(text) : text;
}

}  // namespace

ListFile::ListFile(const AgencyList& list, const Delivery& delivery,
                   const std::filesystem::path& folder)
    : list_(list), name_(file_of(list, delivery)), text_(folder / name_, list.delimiter) {
  if (!list.workbook) return;
  sheet_.emplace(folder / name_, fmt::format("{}: {} to {}", list.feed, to_text(delivery.first),
                                             to_text(delivery.last)));
}

void ListFile::cell(const Cell& cell) {
  if (!sheet_) return text_.cell(as_text(cell, list_));
  if (const auto* day = std::get_if<Date>(&cell)) return sheet_->day(*day);
  if (const auto* day = std::get_if<SerialDay>(&cell)) return sheet_->number(serial(day->day));
  sheet_->text(std::get<std::string>(cell));
}

void ListFile::end_row() { sheet_ ? sheet_->end_row() : text_.end_row(); }

Result<void> ListFile::finish() {
  if (sheet_) return sheet_->finish();
  if (list_.totals) {
    text_.cell("Total");
    text_.cell(fmt::format("{}", rows() - 1));
    text_.end_row();
  }
  return text_.put_away();
}

}  // namespace hearth
