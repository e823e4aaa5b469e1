#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "engine/row_writer.h"

namespace hearth {
namespace {

// RFC 4180: quoted only where the text would otherwise be read as something else.
void append_quoted(std::string& line, std::string_view text) {
  const auto needs_quotes = [](char c) {  // letters and digits all come after the comma
    return c <= ',' && (c == ',' || c == '"' || c == '\r' || c == '\n');
  };
  if (std::ranges::none_of(text, needs_quotes)) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

void append_cell(std::string& line, const Cell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) {
    append_quoted(line, *text);
  } else if (const auto* day = std::get_if<Date>(&cell)) {
    line += to_text(*day);
  } else if (!std::holds_alternative<std::monostate>(cell)) {
    append_quoted(line, to_text(cell));
  }
}

class CsvWriter : public RowWriter {
 public:
  CsvWriter(std::span<const AnswerColumn> columns, TextSink sink) : sink_(std::move(sink)) {
    for (const auto& column : columns) {
      if (!line_.empty()) line_ += ',';
      line_ += column.name;
    }
    line_ += '\n';
    open_ = sink_(line_);
  }

  bool row(std::span<const Cell> cells) override {
    line_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line_ += ',';
      append_cell(line_, cells[i]);
    }
    line_ += '\n';
    open_ = open_ && sink_(line_);
    return open_;
  }

  Result<void> finish() override { return {}; }

 private:
  TextSink sink_;
  std::string line_;
  bool open_ = true;
};

}  // namespace

std::unique_ptr<RowWriter> csv_writer(std::span<const AnswerColumn> columns, TextSink sink) {
  return std::make_unique<CsvWriter>(columns, std::move(sink));
}

}  // namespace hearth
