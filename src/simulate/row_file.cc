#include "simulate/row_file.h"

#include <fstream>

namespace hearth {

void RowFile::cell(std::string_view text) {
  if (row_begun_) buffer_ += delimiter_;
  row_begun_ = true;
  const bool plain = text.find_first_of("\"\r\n") == std::string_view::npos &&
                     text.find(delimiter_) == std::string_view::npos;
  if (plain) {
    buffer_ += text;
    return;
  }
  buffer_ += '"';
  for (const char c : text) {
    if (c == '"') buffer_ += '"';
    buffer_ += c;
  }
  buffer_ += '"';
}

void RowFile::end_row() {
  buffer_ += '\n';
  row_begun_ = false;
  ++rows_;
}

void RowFile::row(std::span<const std::string_view> cells) {
  for (const auto text : cells) cell(text);
  end_row();
}

Result<void> RowFile::put_away(std::size_t more_than) {
  if (buffer_.size() <= more_than) return {};
  std::ofstream file(path_, std::ios::binary | (begun_ ? std::ios::app : std::ios::trunc));
  file.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  file.close();
  if (!file) return failed("cannot write " + path_.string());
  begun_ = true;
  buffer_.clear();
  return {};
}

}  // namespace hearth
