// words_of a window, of name_words.h.
#include <fmt/format.h>

#include "author/name_words.h"
#include "language/describe_number.h"

namespace hearth {
namespace {

const Date kSomeDay = date_of({2025, 3, 31});

std::string_view anchor_day(Anchor anchor) {
  switch (anchor) {
    case Anchor::Need: return "the day the need began";
    case Anchor::Start: return "the day the family started";
    case Anchor::Closure: return "the day the case was closed";
    case Anchor::That: return "the first day of the window compared";
    case Anchor::End: return "the last day of the latest of these to have ended";
  }
  return {};
}

std::string not_yet(Anchor anchor) {
  if (anchor == Anchor::Closure) return "; unknown while the case is open";
  return anchor == Anchor::End ? "; unknown while none is known to have ended" : "";
}

std::string term_words(const Window& window) {
  const auto count = window.period.count;
  switch (window.kind) {
    case WindowKind::Last:
      return fmt::format("The {} school terms that ended last by the day asked about.", count);
    case WindowKind::ToDate:
      return fmt::format(
          "From the first day of the {} school terms that ended last up to the day asked about.",
          count);
    case WindowKind::Before:
      return fmt::format("The {} school terms that ended last by {}{}.", count,
                         anchor_day(window.anchor), not_yet(window.anchor));
    case WindowKind::Next:
      return fmt::format("The {} school terms that start next after the day asked about.", count);
    default:
      return fmt::format("The {} school terms that start next after {}{}.", count,
                         anchor_day(window.anchor), not_yet(window.anchor));
  }
}

std::string day_words(const Window& window) {
  const auto length = to_text(window.period);
  switch (window.kind) {
    case WindowKind::Last:
      return fmt::format(
          "The {} up to the day asked about, that day included. On {} it is {} to {}.", length,
          to_text(kSomeDay), to_text(minus(kSomeDay, window.period) + 1), to_text(kSomeDay));
    case WindowKind::Next:
      return fmt::format("The {} after the day asked about. On {} it is {} to {}.", length,
                         to_text(kSomeDay), to_text(kSomeDay + 1),
                         to_text(plus(kSomeDay, window.period)));
    case WindowKind::Before:
      return fmt::format("The {} up to {}, that day included{}.", length, anchor_day(window.anchor),
                         not_yet(window.anchor));
    default:
      return fmt::format("The {} after {}{}.", length, anchor_day(window.anchor),
                         not_yet(window.anchor));
  }
}

}  // namespace

std::string words_of(const Window& window) {
  if (window.kind == WindowKind::Ever) return "All days up to the day asked about.";
  if (window.kind == WindowKind::Since) {
    const bool later = window.period.count > 0;
    return fmt::format("The days after {}{}, up to the day asked about{}.",
                       later ? "the " + to_text(window.period) + " that follow " : "",
                       anchor_day(window.anchor), not_yet(window.anchor));
  }
  return window.period.unit == Unit::Term ? term_words(window) : day_words(window);
}

}  // namespace hearth
