// What a plan names for itself: `define`, `parameter` and `calendar`.
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Node = decltype(Item::node);

void parse_arguments(Reader& reader, Define& define) {
  if (!reader.accept(TokenKind::LeftParen)) return;
  do define.arguments.push_back(parse_new_name(reader, "an argument"));
  while (reader.accept(TokenKind::Comma));
  reader.expect(TokenKind::RightParen, "`,` or `)`");
}

void parse_from(Reader& reader, Parameter& parameter) {
  const auto first = reader.position();
  const auto from = parse_day(reader, "the day the value starts, such as 2024-04-01");
  reader.expect("is");
  auto value = parse_value(reader);
  if (!from || reader.failed()) return;
  parameter.values.push_back({*from, std::move(value), reader.span_from(first)});
}

}  // namespace

Node parse_define(Reader& reader, const ItemLayout& layout) {
  Define define;
  define.name = parse_new_name(reader, "a definition");
  parse_arguments(reader, define);
  const std::array<ClauseReader, 2> clauses{{
      {"means", false, [&] { define.means = parse_condition(reader); }},
      {"records", false, [&] { define.records = parse_records(reader, After::Nothing); }},
  }};
  const auto seen = parse_clauses(reader, layout, "define", clauses);
  require_clause(reader, layout, "define", "`means` or `records`",
                 seen.seen("means") || seen.seen("records"));
  return define;
}

Node parse_parameter(Reader& reader, const ItemLayout& layout) {
  Parameter parameter;
  parameter.name = parse_new_name(reader, "a parameter");
  const std::array<ClauseReader, 1> clauses{
      {{"from", true, [&] { parse_from(reader, parameter); }}}};
  const auto seen = parse_clauses(reader, layout, "parameter", clauses);
  require_clause(reader, layout, "parameter", "`from`", seen.seen("from"));
  return parameter;
}

std::optional<TermLine> parse_term_line(Reader& reader) {
  const auto first = reader.position();
  auto name = parse_name(reader, "the name of a term, such as 2024-autumn");
  const auto from = parse_day(reader, "the term's first day, such as 2024-09-04");
  reader.expect("to");
  const auto to = parse_day(reader, "the term's last day, such as 2024-12-20");
  if (!from || !to) return std::nullopt;
  return TermLine{std::move(name), *from, *to, reader.span_from(first)};
}

Node parse_calendar(Reader& reader, const ItemLayout& layout) {
  Calendar calendar;
  reader.expect_end();
  for (const auto range : layout.clauses) {
    reader.enter(range);
    auto term = parse_term_line(reader);
    reader.expect_end();
    if (term) calendar.terms.push_back(std::move(*term));
  }
  require_clause(reader, layout, "calendar", "terms", !layout.clauses.empty());
  return calendar;
}

}  // namespace hearth::written
