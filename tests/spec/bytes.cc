#include "spec/bytes.h"

#include <fmt/format.h>

#include <cstdlib>

namespace hearth {
namespace {

// How many bytes the character of UTF-8 at the start takes, or 0 if there is none.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 0;
  }
  return length;
}

struct Repetition {
  std::string_view word;
  int times = 0;
  std::size_t length = 0;  // of the notation; 0 if there is none
};

// {{not *220}} at the start of the text: the word so many times.
Repetition repetition(std::string_view text) {
  const auto star = text.find('*');
  const auto end = text.find("}}");
  if (!text.starts_with("{{") || end == std::string_view::npos || star > end) return {};
  const std::string times(text.substr(star + 1, end - star - 1));
  return {text.substr(2, star - 2), std::atoi(times.c_str()), end + 2};
}

}  // namespace

std::string with_bytes(std::string_view text) {
  std::string bytes;
  while (!text.empty()) {
    if (const auto [word, times, length] = repetition(text); length > 0) {
      for (int i = 0; i < times; ++i) bytes += word;
      text.remove_prefix(length);
    } else if (text.starts_with("{{}}")) {
      text.remove_prefix(text.size() > 4 && text[4] == '\n' ? 5 : 4);
    } else if (text.starts_with("{{") && text.size() >= 6 && text.substr(4, 2) == "}}") {
      bytes += static_cast<char>(std::strtol(std::string(text.substr(2, 2)).c_str(), nullptr, 16));
      text.remove_prefix(6);
    } else {
      bytes += text.front();
      text.remove_prefix(1);
    }
  }
  return bytes;
}

std::string without_bytes(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const auto length = character_length(text);
    const bool control =
        length == 1 && text.front() != '\n' && static_cast<unsigned char>(text.front()) < 0x20;
    if (length == 0 || control) {
      shown += fmt::format("{{{{{:02X}}}}}", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
    } else {
      shown += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return shown;
}

}  // namespace hearth
