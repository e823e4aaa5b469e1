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

// `end of RECORDS`, or a day to count from that has no records of its own.
bool parse_window_anchor(Reader& reader, Window& window) {
  if (reader.at("end")) {
    reader.take();
    if (!reader.expect("of")) return false;
    window.window.anchor = Anchor::End;
    window.ended = parse_records(reader, After::Nothing);
    return true;
  }
  const auto anchor = parse_anchor(reader, MayBe::EndOfRecords);
  window.window.anchor = anchor.value_or(Anchor::Start);
  return anchor.has_value();
}

// `P before A`, `P after A`; in a change also `P before that`.
std::optional<Window> parse_beside_anchor(Reader& reader, bool in_change) {
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
  if (in_change && before && reader.accept("that")) return Window{{kind, *period, Anchor::That}};
  Window window{{kind, *period}};
  return parse_window_anchor(reader, window) ? std::optional(window) : std::nullopt;
}

// `this term and last 3 terms`.
std::optional<Window> parse_to_date(Reader& reader) {
  reader.take();
  for (const char* word : {"term", "and", "last"}) reader.expect(word);
  const auto count = parse_whole(reader, "a number of terms");
  if (!reader.accept("term")) reader.expect("terms");
  if (!count) return std::nullopt;
  return Window{{WindowKind::ToDate, {*count, Unit::Term}}};
}

// A window after its `in`.
std::optional<Window> parse_rest_of_window(Reader& reader, bool in_change) {
  if (reader.at("this")) return parse_to_date(reader);
  const bool last = reader.at("last");
  if (!last && !reader.at("next")) return parse_beside_anchor(reader, in_change);
  reader.take();
  const auto period = parse_period(reader);
  if (!period) return std::nullopt;
  return Window{{last ? WindowKind::Last : WindowKind::Next, *period}};
}

// `since A`, `since P after A`.
std::optional<Window> parse_since(Reader& reader) {
  Window window{{WindowKind::Since}};
  if (reader.at(TokenKind::Number)) {
    const auto period = parse_period(reader);
    if (!period || !reader.expect("after")) return std::nullopt;
    window.window.period = *period;
  }
  return parse_window_anchor(reader, window) ? std::optional(window) : std::nullopt;
}

// `end of custody` as far as its name; tests that follow it are not looked past.
std::size_t anchor_length(const Reader& reader, std::size_t ahead) {
  return reader.at("end", ahead) && reader.at("of", ahead + 1) ? 3 : 1;
}

}  // namespace

std::optional<Period> parse_period(Reader& reader) {
  const auto count = parse_whole(reader, "a length of time, such as `6 months`");
  if (!count) return std::nullopt;
  const auto unit = parse_unit(reader);
  if (!unit) return std::nullopt;
  return Period{*count, *unit};
}

std::optional<Anchor> parse_anchor(Reader& reader, MayBe may_be) {
  if (reader.accept("need")) return Anchor::Need;
  if (reader.accept("start")) return Anchor::Start;
  if (reader.accept("closure")) return Anchor::Closure;
  constexpr std::array<std::string_view, 4> kAnchors{"need", "start", "closure", "end"};
  const bool end_too = may_be == MayBe::EndOfRecords;
  reader.unknown_word("a day to count from", std::span(kAnchors).first(end_too ? 4 : 3));
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
  if (reader.at("since", ahead)) {
    const std::size_t anchor = reader.at(TokenKind::Number, ahead + 1) ? 4 : 1;
    return anchor + anchor_length(reader, ahead + anchor);
  }
  if (reader.at("this", ahead + 1)) return 7;              // in this term and last 3 terms
  if (!reader.at(TokenKind::Number, ahead + 1)) return 4;  // in last 6 months
  return 4 + anchor_length(reader, ahead + 4);             // in 6 months before need
}

std::optional<Window> parse_window(Reader& reader) {
  if (reader.at("in") && !at_window(reader)) {
    reader.take();
    constexpr std::array<std::string_view, 3> kStarts{"last", "next", "this"};
    const auto near = nearest_of(reader.text(), kStarts);
    reader.expected("`last`, `next` or a length of time, such as `6 months`",
                    near.empty() ? in_digits(reader.text()) : "did you mean `" + near + "`?");
    return std::nullopt;
  }
  if (!at_window(reader)) return std::nullopt;
  const auto first = reader.position();
  std::optional<Window> window;
  if (reader.accept("ever"))
    window = Window{};
  else if (reader.accept("since"))
    window = parse_since(reader);
  else if (reader.accept("in"))
    window = parse_rest_of_window(reader, false);
  if (window) window->span = reader.span_from(first);
  return window;
}

Window parse_change_window(Reader& reader) {
  const auto first = reader.position();
  std::optional<Window> window;
  if (reader.accept("ever"))
    window = Window{};
  else if (reader.accept("since"))
    window = parse_since(reader);
  else
    window = parse_rest_of_window(reader, true);
  if (!window) window = Window{};
  window->span = reader.span_from(first);
  return *window;
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
        "window`",
        in_digits(reader.text()));
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
