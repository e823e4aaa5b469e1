#include "link/folded.h"

#include <cstddef>

namespace hearth::link {
namespace {

// The plain letters of U+00C0 to U+024F; capitals stand for two, and `?` for a character without.
constexpr char32_t kFirstMarked = 0xC0;
constexpr std::string_view kPlain =
    "aaaaaaAceeeeiiiidnooooo?ouuuuyTSaaaaaaAceeeeiiiidnooooo?ouuuuyTyaaaaaaccccccccdd"
    "ddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzsb??????????????e????????????????oo?????????????u"
    "u????????????????????????????aaiioouuuuuuuuuu?aaaaAA??ggkkoooo??j???gg??nnaaAAoo"
    "aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy???????????????b????????????";

std::string_view two_letters(char plain) {
  switch (plain) {
    case 'A': return "ae";
    case 'O': return "oe";
    case 'S': return "ss";
    case 'T': return "th";
    case 'J': return "ij";
    default: return {};
  }
}

bool joins(char32_t c) { return c == '\'' || c == '`' || c == 0x2019 || c == 0x2018 || c == 0x2BC; }
bool is_mark(char32_t c) { return (c >= 0x300 && c < 0x370) || c == 0x200C || c == 0x200D; }
bool is_punctuation(char32_t c) {
  return (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2070) ||
         (c >= 0x3000 && c < 0x3004) || c == 0xFEFF;
}

// The small letter of Greek, Cyrillic and Armenian capitals.
char32_t small_letter(char32_t c) {
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x531 && c <= 0x556) return c + 0x30;
  return c;
}

class Folder {
 public:
  void take(char32_t c) {
    if (c < 0x80) return take_ascii(static_cast<char>(c));
    if (is_mark(c) || joins(c)) return;
    if (is_punctuation(c)) return part();
    const std::size_t at = c - kFirstMarked;
    if (c < kFirstMarked || at >= kPlain.size() || kPlain[at] == '?') {
      return append_character(out_, small_letter(c));
    }
    const auto two = two_letters(kPlain[at]);
    out_ += two.empty() ? std::string_view(&kPlain[at], 1) : two;
  }

  std::string text() && {
    if (out_.ends_with(' ')) out_.pop_back();
    return std::move(out_);
  }

 private:
  void take_ascii(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out_ += c;
    } else if (!joins(static_cast<char32_t>(c))) {
      part();
    }
  }

  void part() {
    if (!out_.empty() && out_.back() != ' ') out_ += ' ';
  }

  std::string out_;
};

}  // namespace

char32_t take_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 1 || text.size() < length) {
    text.remove_prefix(1);
    return lead;
  }
  char32_t c = lead & (0xFF >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    c = (c << 6) | (static_cast<unsigned char>(text[i]) & 0x3F);
  }
  text.remove_prefix(length);
  return c;
}

void append_character(std::string& text, char32_t c) {
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3F));
  } else {
    add(0xF0 | c >> 18);
    add(0x80 | (c >> 12 & 0x3F));
    add(0x80 | (c >> 6 & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

std::string folded(std::string_view text) {
  Folder folder;
  while (!text.empty()) folder.take(take_character(text));
  return std::move(folder).text();
}

std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

std::string digits_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') out += c;
  }
  return out;
}

}  // namespace hearth::link
