#include "conformance/words.h"

#include <algorithm>
#include <span>

#include "conformance/days.h"

namespace hearth::conformance {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_of_number(char c) { return is_digit(c) || c == '.'; }
bool is_of_date(char c) {
  return is_digit(c) || is_upper(c) || std::string_view("@:.+-").contains(c);
}

std::size_t length_of_first(std::string_view text) {
  const char c = text.front();
  if (text.size() > 1 && text[1] == '=' && std::string_view("<>!").contains(c)) return 2;
  bool (*is_of_word)(char) = nullptr;
  if (is_letter(c)) is_of_word = is_letter;
  if (is_digit(c)) is_of_word = is_of_number;
  if (c == '@') is_of_word = is_of_date;
  std::size_t length = 1;
  while (is_of_word && length < text.size() && is_of_word(text[length])) ++length;
  return length;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view expression) {
  std::vector<std::string_view> words;
  while (!expression.empty()) {
    const bool space = is_space(expression.front());
    const auto length = space ? 1 : length_of_first(expression);
    if (!space) words.push_back(expression.substr(0, length));
    expression.remove_prefix(length);
  }
  return words;
}

std::string_view Words::word() {
  const auto result = next();
  next_ = std::min(next_ + 1, words_.size());
  return result;
}

int Words::number() {
  const auto found = whole_number(word());
  if (!found) not_understood();
  return found.value_or(0);
}

bool Words::take(std::string_view phrase) {
  const auto wanted = words_of(phrase);
  const auto left = std::span(words_).subspan(next_);
  if (left.size() < wanted.size() || !std::ranges::equal(left.first(wanted.size()), wanted)) {
    return false;
  }
  next_ += wanted.size();
  return true;
}

void Words::expect(std::string_view phrase) {
  if (!take(phrase)) not_understood();
}

}  // namespace hearth::conformance
