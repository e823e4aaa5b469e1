#include "language/utf8.h"

namespace hearth {

Utf8Character decode_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return {};
  char32_t character = first & (0x7Fu >> length);
  for (std::uint32_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    character = (character << 6) | (byte(i) & 0x3Fu);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (character < kLeast[length] || character > 0x10FFFF || surrogate) return {};
  return {character, length, true};
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) text.remove_prefix(decode_utf8(text).length);
  return count;
}

std::string_view space_name(char32_t character) {
  if (character == 0xA0 || character == 0x202F) return "non-breaking space";
  if (character == 0x200B || character == 0xFEFF || character == 0x2060) return "space of no width";
  if (character == 0x3000 || character == 0x1680 || character == 0x205F) return "wide space";
  if (character >= 0x2000 && character <= 0x200A) return "space that is not a plain one";
  if (character == 0x2028 || character == 0x2029 || character == 0x85) return "odd line end";
  if (character == '\v' || character == '\f') return "form feed";
  return {};
}

}  // namespace hearth
