#include "language/printed_kinds.h"

#include <algorithm>

#include "base/text.h"

namespace hearth {
namespace {

using Joined = PrintedKind::Joined;

// Parts that are joined in the other way stand in brackets.
template <typename Text>
std::vector<std::string> texts_of(const PrintedKind& kind, const Text& text) {
  std::vector<std::string> texts;
  for (const auto& part : kind.parts) {
    texts.push_back(part.joined == Joined::Alone ? part.word : "(" + text(part) + ")");
  }
  return texts;
}

std::string joint(const PrintedKind& kind) { return kind.joined == Joined::Or ? " or " : " and "; }

}  // namespace

std::string to_text(const PrintedKind& kind) {
  if (kind.joined == Joined::Alone) return kind.word;
  return join(texts_of(kind, [](const auto& part) { return to_text(part); }), joint(kind));
}

std::string to_text(const PrintedKinds& kinds) {
  return to_text(kinds.entry) + " then " + to_text(kinds.outcome);
}

std::string comparable(const PrintedKind& kind) {
  if (kind.joined == Joined::Alone) return kind.word;
  auto texts = texts_of(kind, [](const auto& part) { return comparable(part); });
  std::ranges::sort(texts);
  return join(texts, joint(kind));
}

bool asks_only(const PrintedKind& kind, std::string_view word) {
  if (kind.joined == Joined::Alone) return kind.word == word;
  return std::ranges::all_of(kind.parts,
                             [&](const PrintedKind& part) { return asks_only(part, word); });
}

}  // namespace hearth
