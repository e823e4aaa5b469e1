#include "link/similarity.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "link/folded.h"

namespace hearth::link {
namespace {

constexpr std::size_t kLongest = 64;  // a bit a character

template <typename Char>
struct Word {
  std::array<Char, kLongest> at;
  std::size_t size = 0;
};

Word<char> plain_word(std::string_view text) {
  Word<char> word;
  word.size = std::min(text.size(), kLongest);
  std::copy_n(text.data(), word.size, word.at.data());
  return word;
}

Word<char32_t> wide_word(std::string_view text) {
  Word<char32_t> word;
  while (!text.empty() && word.size < kLongest) word.at[word.size++] = take_character(text);
  return word;
}

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The characters of one that stand near the same place in the other, and how many of those are out
// of order.
struct Matches {
  std::uint64_t of_a = 0, of_b = 0;
  int count = 0;
};

template <typename Char>
Matches matches(const Word<Char>& a, const Word<Char>& b) {
  const auto longer = std::max(a.size, b.size);
  const std::size_t window = longer < 4 ? 0 : longer / 2 - 1;
  Matches found;
  for (std::size_t i = 0; i < a.size; ++i) {
    const std::size_t last = std::min(i + window + 1, b.size);
    for (std::size_t j = i > window ? i - window : 0; j < last; ++j) {
      if ((found.of_b >> j & 1) != 0 || a.at[i] != b.at[j]) continue;
      found.of_a |= std::uint64_t{1} << i;
      found.of_b |= std::uint64_t{1} << j;
      ++found.count;
      break;
    }
  }
  return found;
}

template <typename Char>
int out_of_order(const Word<Char>& a, const Word<Char>& b, const Matches& found) {
  int count = 0;
  for (std::size_t i = 0, j = 0; i < a.size; ++i) {
    if ((found.of_a >> i & 1) == 0) continue;
    while ((found.of_b >> j & 1) == 0) ++j;
    if (a.at[i] != b.at[j++]) ++count;
  }
  return count;
}

template <typename Char>
double jaro_winkler_of(const Word<Char>& a, const Word<Char>& b) {
  const auto found = matches(a, b);
  if (found.count == 0) return 0;
  const double same = found.count;
  const double moved = out_of_order(a, b, found) / 2.0;
  const double jaro = (same / static_cast<double>(a.size) + same / static_cast<double>(b.size) +
                       (same - moved) / same) /
                      3;
  const auto shorter = std::min({a.size, b.size, std::size_t{4}});
  std::size_t start = 0;
  while (start < shorter && a.at[start] == b.at[start]) ++start;
  return jaro + 0.1 * static_cast<double>(start) * (1 - jaro);
}

}  // namespace

double jaro_winkler(std::string_view a, std::string_view b) {
  if (a == b) return a.empty() ? 0 : 1;
  if (b < a) std::swap(a, b);  // matching is greedy, so the order could tell
  if (is_plain(a) && is_plain(b)) return jaro_winkler_of(plain_word(a), plain_word(b));
  return jaro_winkler_of(wide_word(a), wide_word(b));
}

bool is_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  std::size_t start = 0;
  while (start < a.size() && a[start] == b[start]) ++start;
  const auto rest_a = a.substr(start), rest_b = b.substr(start);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

namespace {

bool is_no_more_than_one(std::string_view a, std::string_view b) {
  return a == b || is_one_edit(a, b);
}

// One edit at the front of both, and at most one in what is left.
bool edit_at_front(std::string_view a, std::string_view b) {
  if (!a.empty() && is_no_more_than_one(a.substr(1), b.substr(1))) return true;
  if (is_no_more_than_one(a, b.substr(1))) return true;
  return !a.empty() && is_no_more_than_one(a.substr(1), b);
}

}  // namespace

bool is_two_edits(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 2) return false;
  if (b.size() <= 2) return true;
  // The first characters differ, so the first edit is there.
  const bool swapped_first = a.size() > 1 && a[0] == b[1] && a[1] == b[0];
  return edit_at_front(a, b) || (swapped_first && is_no_more_than_one(a.substr(2), b.substr(2)));
}

}  // namespace hearth::link
