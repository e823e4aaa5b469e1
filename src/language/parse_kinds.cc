// `kinds ENTRY then OUTCOME`: what the printed row asks for, in the words of printed_kinds.h.
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Joined = PrintedKind::Joined;

// The kinds of one side of the row, and those that belong to the other.
struct Side {
  std::string_view name, other_name;
  std::span<const std::string_view> kinds, others;
};
constexpr Side kEntry{"entry", "outcome", kEntryKinds, kOutcomeKinds};
constexpr Side kOutcome{"outcome", "entry", kOutcomeKinds, kEntryKinds};

bool accept_kind(Reader& reader, std::string_view kind) {
  const auto space = kind.find(' ');
  if (space == std::string_view::npos) return reader.accept(kind);
  return reader.accept_words(kind.substr(0, space), kind.substr(space + 1));
}

// The kind of the other side that stands here, for who mixed them up; nobody looks for it.
std::optional<Span> other_kind_at(Reader& reader, const Side& side) {
  const auto one = reader.peek().span;
  const auto two = cover(one, reader.peek(1).span);
  for (const auto span : {one, two}) {
    const auto text = reader.tree().source->text(span);
    if (std::ranges::count(side.others, text) > 0) return span;
  }
  return std::nullopt;
}

void report_unknown(Reader& reader, const Side& side) {
  if (const auto span = other_kind_at(reader, side)) {
    const auto hint = suggestion("", side.kinds);
    return reader.fail(kKindOfOtherSide, *span, hint, reader.tree().source->text(*span),
                       side.other_name, side.name);
  }
  reader.unknown_word("a kind of " + std::string(side.name), side.kinds);
}

PrintedKind parse_kind(Reader& reader, const Side& side) {
  for (const auto kind : side.kinds) {
    if (accept_kind(reader, kind)) return {Joined::Alone, std::string(kind), {}};
  }
  report_unknown(reader, side);
  return {};
}

Joined accept_joint(Reader& reader) {
  for (const auto joined : {Joined::Or, Joined::And}) {
    const auto length = joined_by(reader, joined == Joined::Or ? "or" : "and");
    for (std::size_t i = 0; i < length; ++i) reader.take();
    if (length > 0) return joined;
  }
  return Joined::Alone;
}

// `a or (b or c)` is `a or b or c`.
PrintedKind join_parts(Joined joint, std::vector<PrintedKind> parts) {
  if (joint == Joined::Alone) return parts.front();
  PrintedKind kind{joint, {}, {}};
  for (auto& part : parts) {
    if (part.joined == joint)
      std::ranges::move(part.parts, std::back_inserter(kind.parts));
    else
      kind.parts.push_back(std::move(part));
  }
  return kind;
}

// Parts that are all joined by the same word.
PrintedKind parse_joined(Reader& reader, const Side& side,
                         PrintedKind (*parse_part)(Reader&, const Side&)) {
  std::vector<PrintedKind> parts{parse_part(reader, side)};
  auto joint = Joined::Alone;
  for (;;) {
    const auto joined = reader.failed() ? Joined::Alone : accept_joint(reader);
    if (joined == Joined::Alone) break;
    if (joint == Joined::Alone) joint = joined;
    if (joined != joint) {
      const auto at = reader.token(reader.position() - 1).span;
      reader.fail(kMixedKinds, at, "put brackets round the kinds that belong together");
      break;
    }
    parts.push_back(parse_part(reader, side));
  }
  return join_parts(joint, std::move(parts));
}

// One kind, or several in brackets; there are no brackets in brackets.
PrintedKind parse_part(Reader& reader, const Side& side) {
  if (!reader.accept(TokenKind::LeftParen)) return parse_kind(reader, side);
  auto inside = parse_joined(reader, side, parse_kind);
  reader.expect(TokenKind::RightParen, "`)`");
  return inside;
}

}  // namespace

std::optional<Kinds> parse_kinds(Reader& reader) {
  Kinds kinds;
  const auto entry = reader.position();
  kinds.printed.entry = parse_joined(reader, kEntry, parse_part);
  kinds.entry_span = reader.span_from(entry);
  reader.accept(TokenKind::Comma);
  reader.expect("then");
  const auto outcome = reader.position();
  if (reader.accept(kNothingPrinted))
    kinds.printed.outcome.word = kNothingPrinted;
  else
    kinds.printed.outcome = parse_joined(reader, kOutcome, parse_part);
  kinds.outcome_span = reader.span_from(outcome);
  const bool more_on_line = !reader.at_end() && !reader.peek().first_on_line;  // complained of next
  if (reader.failed() || more_on_line) return std::nullopt;
  return kinds;
}

}  // namespace hearth::written
