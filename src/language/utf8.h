// One character at a time out of text that should be UTF-8 and may not be.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearth {

struct Utf8Character {
  char32_t character = 0;
  std::uint32_t length = 1;  // in bytes; 1 for a byte that starts no character
  bool valid = false;
};

Utf8Character decode_utf8(std::string_view text);  // requires some text

std::size_t count_characters(std::string_view text);  // stray bytes count as one each

// The name of a space that only looks like one, such as the non-breaking space; empty for others.
std::string_view space_name(char32_t character);

}  // namespace hearth
