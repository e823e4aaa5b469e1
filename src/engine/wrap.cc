#include "engine/wrap.h"

#include <algorithm>

#include "base/text.h"

namespace hearth {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Bytes of the first `width` characters.
std::size_t bytes_of(std::string_view text, std::size_t width) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (!continues_character(text[at]) && width-- == 0) break;
    ++at;
  }
  return at;
}

}  // namespace

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return !continues_character(byte); }));
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 1);
  std::vector<std::string> lines(1);
  for (std::string_view word : split(text, ' ')) {
    const bool fits = width_of(lines.back()) + 1 + width_of(word) <= width;
    if (!lines.back().empty()) {
      if (fits)
        lines.back() += ' ';
      else
        lines.emplace_back();
    }
    while (width_of(word) > width) {
      const auto bytes = bytes_of(word, width);
      lines.back() += word.substr(0, bytes);
      lines.emplace_back();
      word.remove_prefix(bytes);
    }
    lines.back() += word;
  }
  return lines;
}

}  // namespace hearth
