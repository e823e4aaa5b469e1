#include <array>
#include <utility>

#include "link/similarity.h"

namespace hearth::link {
namespace {

// Spellings at the start of a word, and anywhere, with what is heard. The longest stand first.
using Spelling = std::pair<std::string_view, std::string_view>;
constexpr std::array<Spelling, 9> kStarts = {{{"mac", "mk"},
                                              {"mc", "mk"},
                                              {"kn", "n"},
                                              {"gn", "n"},
                                              {"wr", "r"},
                                              {"ps", "s"},
                                              {"wh", "w"},
                                              {"x", "s"},
                                              {"y", "i"}}};
constexpr std::array<Spelling, 20> kSpellings = {
    {{"tch", "x"}, {"sch", "x"}, {"ght", "t"}, {"gh", ""},  {"ph", "f"}, {"sh", "x"}, {"ch", "x"},
     {"th", "t"},  {"ck", "k"},  {"ce", "s"},  {"ci", "s"}, {"cy", "s"}, {"dg", "j"}, {"ge", "j"},
     {"x", "ks"},  {"c", "k"},   {"q", "k"},   {"z", "s"},  {"v", "f"},  {"y", "i"}}};

template <std::size_t kCount>
const Spelling* spelled(std::string_view rest, const std::array<Spelling, kCount>& spellings) {
  for (const auto& spelling : spellings) {
    if (rest.starts_with(spelling.first)) return &spelling;
  }
  return nullptr;
}

bool is_vowel(char c) { return std::string_view("aeiou").contains(c); }

// Vowels are heard at the start only, and all alike; h and w hardly; a sound twice is heard once.
void hear(std::string& sounds, char c) {
  if (is_vowel(c)) c = 'a';
  if ((c == 'a' || c == 'h' || c == 'w') && !sounds.empty()) return;
  if (sounds.empty() || sounds.back() != c) sounds += c;
}

}  // namespace

std::string sound(std::string_view word) {
  std::string sounds;
  bool at_start = true;
  while (!word.empty()) {
    if (word[0] != ' ' && (word[0] < 'a' || word[0] > 'z')) return {};
    const auto* start = at_start ? spelled(word, kStarts) : nullptr;
    const auto* spelling = start != nullptr ? start : spelled(word, kSpellings);
    const auto heard = spelling != nullptr ? spelling->second : word.substr(0, 1);
    for (const char c : heard) {
      if (c != ' ') hear(sounds, c);
    }
    word.remove_prefix(spelling != nullptr ? spelling->first.size() : 1);
    at_start = false;
  }
  return sounds;
}

}  // namespace hearth::link
