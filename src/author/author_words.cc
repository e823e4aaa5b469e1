#include "author/author_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace hearth {
namespace {

constexpr std::size_t kLongest = 90;  // a message is read on one line
constexpr std::size_t kRefsShown = 4;

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

}  // namespace

std::string quoted(const Plan& plan, Span span) {
  std::string words;
  for (const char c : plan.source->text(span)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) words += c;
    if (space && !words.empty() && words.back() != ' ') words += ' ';
  }
  if (words.size() <= kLongest) return words;
  const auto end = words.rfind(' ', kLongest);
  return words.substr(0, end == std::string::npos ? kLongest : end) + " …";
}

std::string some_of(std::span<const std::string> refs) {
  if (refs.empty()) return {};
  if (refs.size() == 1) return refs.front();
  const bool all = refs.size() <= kRefsShown;
  const auto shown = all ? refs.size() - 1 : kRefsShown - 1;
  const auto last = all ? refs.back() : fmt::format("{} more", refs.size() - shown);
  return join(refs.first(shown), ", ") + " and " + last;
}

Span place_of_word(const Plan& plan, Span span, std::string_view word) {
  const auto text = plan.source->text(span);
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool begins = at == 0 || !in_word(text[at - 1]);
    const bool ends = end == text.size() || !in_word(text[end]);
    if (!begins || !ends) continue;
    return {span.offset + static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(word.size())};
  }
  return span;
}

}  // namespace hearth
