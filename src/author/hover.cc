#include "author/hover.h"

#include <fmt/format.h>

#include "author/name_words.h"
#include "author/word_meanings.h"
#include "author/written_tests.h"
#include "language/describe_number.h"

namespace hearth {
namespace {

bool touches(Span span, std::uint32_t offset) {
  return offset >= span.offset && offset <= span.end();
}

// The window in which the word stands, unless it names the records at whose end that hangs.
const written::Window* window_around(const Tree& tree, Span word) {
  for (const auto* window : windows_within(tree, {0, ~std::uint32_t{0}})) {
    const auto last = window->ended ? window->ended->span.offset : window->span.end();
    if (word.offset >= window->span.offset && word.end() <= last) return window;
  }
  return nullptr;
}

std::string window_text(const Tree& tree, const written::Window& window) {
  return fmt::format("**{}**\n\n{}", tree.source->text(window.span), words_of(window.window));
}

std::string use_text(const Tree& tree, const written::Use& use) {
  return fmt::format("Takes what `{}` declares", used_path(tree.source->name(), use.file.text));
}

std::optional<Hover> hover_of_use(const Tree& tree, std::uint32_t offset) {
  for (const auto& item : tree.items) {
    const auto* use = std::get_if<written::Use>(&item.node);
    if (use && use->file.exists() && touches(use->file.span, offset)) {
      return Hover{use->file.span, use_text(tree, *use)};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Hover> hover_at(const PlanReading& reading, std::uint32_t offset) {
  const auto* tree = reading.own();
  if (!tree) return std::nullopt;
  const auto word = word_at(tree->source, offset);
  if (!word) return std::nullopt;
  if (const auto* window = window_around(*tree, word->span)) {
    return Hover{window->span, window_text(*tree, *window)};
  }
  if (const auto* name = name_meant(reading, *word)) {
    return Hover{word->span, words_of(reading, *name)};
  }
  const auto meaning = meaning_of(word->text, *word);
  const bool named = !word->is_word && !word->names.empty();
  if (meaning.empty() || named) return hover_of_use(*tree, offset);
  return Hover{word->span, fmt::format("**{}**: {}", word->text, meaning)};
}

}  // namespace hearth
