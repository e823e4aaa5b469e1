// `criterion REF "TITLE"`: one row of the plan.
#include <algorithm>
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Node = decltype(Item::node);

void parse_need(Reader& reader, Criterion& criterion) {
  const auto first = reader.position();
  if (reader.accept("under")) {
    reader.expect("development");
    criterion.under_development = reader.span_from(first);
  } else {
    criterion.need = parse_condition(reader);
  }
  criterion.need_span = reader.span_from(first);
}

void parse_outcome(Reader& reader, Criterion& criterion) {
  const auto first = reader.position();
  if (reader.accept("undefined"))
    criterion.undefined = reader.span_from(first);
  else
    criterion.outcome = parse_condition(reader);
  criterion.outcome_span = reader.span_from(first);
}

void parse_reading(Reader& reader, Criterion& criterion) {
  auto line = parse_string(reader, "one line in quotation marks");
  if (line.exists()) criterion.readings.push_back(std::move(line));
}

void parse_sources(Reader& reader, Criterion& criterion) {
  auto names = parse_name_list(reader, "the name of a source");
  std::ranges::move(names, std::back_inserter(criterion.sources));
}

// `6 months or CONDITION`.
void parse_lasting(Reader& reader, Criterion& criterion) {
  criterion.sustain = parse_sustain(reader);
  if (criterion.sustain && reader.accept("or")) criterion.sooner = parse_condition(reader);
}

bool is_flagged(const Criterion& criterion, std::string_view flag) {
  return std::ranges::find(criterion.flags, flag, &Word::text) != criterion.flags.end();
}

}  // namespace

Node parse_criterion(Reader& reader, const ItemLayout& layout) {
  Criterion criterion;
  criterion.ref = parse_ref(reader);
  criterion.title = parse_string(reader, "a title in quotation marks");
  criterion.flags = parse_flags(reader);
  const auto supporting = [&] { criterion.supporting.push_back(parse_condition(reader)); };
  const auto cites = [&] {
    criterion.cites = parse_string(reader, "a citation in quotation marks");
  };
  const std::array<ClauseReader, 9> clauses{{
      {"need", false, [&] { parse_need(reader, criterion); }},
      {"outcome", false, [&] { parse_outcome(reader, criterion); }},
      {"supporting", true, supporting},
      {"sustain", false, [&] { parse_lasting(reader, criterion); }},
      {"alone", false, [&] { criterion.alone = parse_condition(reader); }},
      {"source", false, [&] { parse_sources(reader, criterion); }},
      {"cites", false, cites},
      {"kinds", false, [&] { criterion.kinds = parse_kinds(reader); }},
      {"reading", true, [&] { parse_reading(reader, criterion); }},
  }};
  const auto seen = parse_clauses(reader, layout, "criterion", clauses);
  const bool unfinished = is_flagged(criterion, "under development");
  require_clause(reader, layout, "criterion", "`need`", seen.seen("need") || unfinished);
  require_clause(reader, layout, "criterion", "`outcome`", seen.seen("outcome") || unfinished);
  return criterion;
}

}  // namespace hearth::written
