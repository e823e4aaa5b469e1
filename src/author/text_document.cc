#include "author/text_document.h"

#include <algorithm>

namespace hearth {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
// Characters of four bytes in UTF-8 take two units in UTF-16; all others take one.
bool starts_pair(char c) { return static_cast<unsigned char>(c) >= 0xF0; }

std::int64_t units_in(std::string_view text) {
  std::int64_t units = 0;
  for (const char c : text) units += (continues_character(c) ? 0 : 1) + (starts_pair(c) ? 1 : 0);
  return units;
}

// The byte at which the character with this unit starts; the end of the text if it has fewer.
std::size_t byte_of_unit(std::string_view text, std::int64_t unit) {
  std::size_t at = 0;
  std::int64_t units = 0;
  while (at < text.size()) {
    const int length = starts_pair(text[at]) ? 2 : 1;
    if (units + length > unit) return at;
    units += length;
    do ++at;
    while (at < text.size() && continues_character(text[at]));
  }
  return at;
}

}  // namespace

TextDocument::TextDocument(std::string text) : text_(std::move(text)) { find_lines(); }

void TextDocument::find_lines() {
  line_starts_.assign(1, 0);
  for (std::uint32_t i = 0; i < text_.size(); ++i) {
    const bool pair = text_[i] == '\r' && i + 1 < text_.size() && text_[i + 1] == '\n';
    if (text_[i] == '\n' || (text_[i] == '\r' && !pair)) line_starts_.push_back(i + 1);
  }
}

std::string_view TextDocument::line(std::size_t number) const {
  const auto start = line_starts_[number];
  const auto next = number + 1 < line_starts_.size() ? line_starts_[number + 1]
                                                     : static_cast<std::uint32_t>(text_.size());
  auto line = std::string_view(text_).substr(start, next - start);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::uint32_t TextDocument::offset(TextPosition position) const {
  if (position.line < 0) return 0;
  if (static_cast<std::size_t>(position.line) >= line_starts_.size()) {
    return static_cast<std::uint32_t>(text_.size());
  }
  const auto number = static_cast<std::size_t>(position.line);
  const auto in_line = byte_of_unit(line(number), std::max<std::int64_t>(0, position.character));
  return line_starts_[number] + static_cast<std::uint32_t>(in_line);
}

TextPosition TextDocument::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const auto number = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
  const auto in_line = line(number).substr(0, offset - line_starts_[number]);
  return {static_cast<std::int64_t>(number), units_in(in_line)};
}

TextRange TextDocument::range(Span span) const {
  return {position(span.offset), position(span.end())};
}

void TextDocument::replace(TextRange range, std::string_view with) {
  const auto start = offset(range.start);
  const auto end = std::max(start, offset(range.end));
  text_.replace(start, end - start, with);
  find_lines();
}

}  // namespace hearth
