// Lengths of time: periods, the windows they make, and how long an outcome must last.
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

struct UnitWord {
  std::string_view word;
  Unit unit;
};
constexpr std::array<UnitWord, 10> kUnits{{{"days", Unit::Day},
                                           {"weeks", Unit::Week},
                                           {"months", Unit::Month},
                                           {"years", Unit::Year},
                                           {"terms", Unit::Term},
                                           {"day", Unit::Day},
                                           {"week", Unit::Week},
                                           {"month", Unit::Month},
                                           {"year", Unit::Year},
                                           {"term", Unit::Term}}};

std::optional<Unit> parse_unit(Reader& reader) {
  for (const auto& [word, unit] : kUnits) {
    if (reader.accept(word)) return unit;
  }
  constexpr std::array<std::string_view, 5> kWords{"days", "weeks", "months", "years", "terms"};
  reader.unknown_word("a length of time", kWords);
  return std::nullopt;
}

// `P before A`, `P after A`; in a change also `P before that`.
std::optional<hearth::Window> parse_beside_anchor(Reader& reader, bool in_change) {
  const auto period = parse_period(reader);
  if (!period) return std::nullopt;
  const bool before = reader.at("before");
  if (!before && !reader.at("after")) {
    constexpr std::array<std::string_view, 2> kSides{"before", "after"};
    reader.expected("`before` or `after`",
                    reader.at(TokenKind::Word)
                        ? suggestion(reader.text(), kSides)
                        : "write `in last " + to_text(*period) + "` for the time up to the day");
    return std::nullopt;
  }
  reader.take();
  const auto kind = before ? WindowKind::Before : WindowKind::After;
  if (in_change && before && reader.accept("that"))
    return hearth::Window{kind, *period, Anchor::That};
  const auto anchor = parse_anchor(reader);
  if (!anchor) return std::nullopt;
  return hearth::Window{kind, *period, *anchor};
}

// `this term and last 3 terms`.
std::optional<hearth::Window> parse_to_date(Reader& reader) {
  reader.take();
  for (const char* word : {"term", "and", "last"}) reader.expect(word);
  const auto count = parse_whole(reader, "a number of terms");
  if (!reader.accept("term")) reader.expect("terms");
  if (!count) return std::nullopt;
  return hearth::Window{WindowKind::ToDate, {*count, Unit::Term}, Anchor::Start};
}

// A window after its `in`.
std::optional<hearth::Window> parse_rest_of_window(Reader& reader, bool in_change) {
  if (reader.at("this")) return parse_to_date(reader);
  const bool last = reader.at("last");
  if (!last && !reader.at("next")) return parse_beside_anchor(reader, in_change);
  reader.take();
  const auto period = parse_period(reader);
  if (!period) return std::nullopt;
  return hearth::Window{last ? WindowKind::Last : WindowKind::Next, *period, Anchor::Start};
}

std::optional<hearth::Window> parse_since(Reader& reader) {
  const auto anchor = parse_anchor(reader);
  if (!anchor) return std::nullopt;
  return hearth::Window{WindowKind::Since, {}, *anchor};
}

}  // namespace

std::optional<Period> parse_period(Reader& reader) {
  const auto count = parse_whole(reader, "a length of time, such as `6 months`");
  if (!count) return std::nullopt;
  const auto unit = parse_unit(reader);
  if (!unit) return std::nullopt;
  return Period{*count, *unit};
}

std::optional<Anchor> parse_anchor(Reader& reader) {
  if (reader.accept("need")) return Anchor::Need;
  if (reader.accept("start")) return Anchor::Start;
  if (reader.accept("closure")) return Anchor::Closure;
  constexpr std::array<std::string_view, 3> kAnchors{"need", "start", "closure"};
  reader.unknown_word("a day to count from", kAnchors);
  return std::nullopt;
}

bool at_window(const Reader& reader, std::size_t ahead) {
  if (reader.at("since", ahead) || reader.at("ever", ahead)) return true;
  if (!reader.at("in", ahead)) return false;
  return reader.at("last", ahead + 1) || reader.at("next", ahead + 1) ||
         reader.at("this", ahead + 1) || reader.at(TokenKind::Number, ahead + 1);
}

std::size_t window_length(const Reader& reader, std::size_t ahead) {
  if (!at_window(reader, ahead)) return 0;
  if (reader.at("ever", ahead)) return 1;
  if (reader.at("since", ahead)) return 2;
  if (reader.at("this", ahead + 1)) return 7;              // in this term and last 3 terms
  if (!reader.at(TokenKind::Number, ahead + 1)) return 4;  // in last 6 months
  return 5;                                                // in 6 months before need
}

std::optional<Window> parse_window(Reader& reader) {
  if (!at_window(reader)) return std::nullopt;
  const auto first = reader.position();
  std::optional<hearth::Window> window;
  if (reader.accept("ever"))
    window = hearth::Window{};
  else if (reader.accept("since"))
    window = parse_since(reader);
  else if (reader.accept("in"))
    window = parse_rest_of_window(reader, false);
  if (!window) return std::nullopt;
  return Window{*window, reader.span_from(first)};
}

Window parse_change_window(Reader& reader) {
  const auto first = reader.position();
  std::optional<hearth::Window> window;
  if (reader.accept("ever"))
    window = hearth::Window{};
  else if (reader.accept("since"))
    window = parse_since(reader);
  else
    window = parse_rest_of_window(reader, true);
  return {window.value_or(hearth::Window{}), reader.span_from(first)};
}

std::optional<Sustain> parse_sustain(Reader& reader) {
  const auto first = reader.position();
  if (reader.accept("in")) {
    if (!reader.expect("window")) return std::nullopt;
    return Sustain{{}, reader.span_from(first)};
  }
  if (!reader.at(TokenKind::Number)) {
    reader.expected(
        "`in window`, or a length of time such as `6 months after closure` or `6 months in "
        "window`");
    return std::nullopt;
  }
  const auto period = parse_period(reader);
  if (!period) return std::nullopt;
  if (reader.accept("in")) {
    if (!reader.expect("window")) return std::nullopt;
    return Sustain{{SustainKind::WindowFor, *period}, reader.span_from(first)};
  }
  const bool after = reader.accept("after");
  if (after && !reader.expect("closure")) return std::nullopt;
  const auto kind = after ? SustainKind::AfterClosure : SustainKind::For;
  return Sustain{{kind, *period}, reader.span_from(first)};
}

}  // namespace hearth::written
