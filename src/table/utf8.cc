#include "table/utf8.h"

#include <cstdint>
#include <cstring>

namespace hearth {
namespace {

// How many bytes the character that starts here has; 0 if it is no character.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool second = follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
    return second && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool second = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    return second && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

// A bit set in every byte of the word that is below a space or above ASCII.
std::uint64_t odd_bytes(std::uint64_t word) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  return (word | (word - kEach * 0x20)) & (kEach * 0x80);
}

// How many of the bytes at the front are ASCII and not zero, eight by eight.
std::size_t ascii_length(std::string_view bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  std::size_t length = 0;
  for (std::uint64_t word; length + sizeof(word) <= bytes.size(); length += sizeof(word)) {
    std::memcpy(&word, bytes.data() + length, sizeof(word));
    if (((word | (word - kEach)) & (kEach * 0x80)) != 0) break;
  }
  return length;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (;;) {
    bytes.remove_prefix(ascii_length(bytes));
    if (bytes.empty()) return true;
    const auto length = character_length(bytes);
    if (length == 0 || bytes.front() == '\0') return false;
    bytes.remove_prefix(length);
  }
}

bool is_plain(std::string_view bytes) {
  std::uint64_t odd = 0;
  std::uint64_t word = 0;
  while (bytes.size() >= sizeof(word)) {
    std::memcpy(&word, bytes.data(), sizeof(word));
    odd |= odd_bytes(word);
    bytes.remove_prefix(sizeof(word));
  }
  word = 0x2020202020202020;
  if (!bytes.empty()) std::memcpy(&word, bytes.data(), bytes.size());
  return (odd | odd_bytes(word)) == 0;
}

}  // namespace hearth
