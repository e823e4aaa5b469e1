// `plan NAME "TITLE"` and what holds for the plan as a whole.
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Node = decltype(Item::node);

std::optional<InForce> parse_in_force(Reader& reader) {
  const auto first = reader.position();
  reader.expect("force");
  const auto from = parse_day(reader, "the first day in force, such as 2024-04-01");
  if (!from) return std::nullopt;
  if (reader.accept("onwards")) return InForce{*from, {}, reader.span_from(first)};
  reader.expect("to");
  const auto to = parse_day(reader, "the last day in force, such as 2025-03-31");
  if (!to) return std::nullopt;
  return InForce{*from, to, reader.span_from(first)};
}

std::optional<TermsAYear> parse_terms_a_year(Reader& reader) {
  const auto first = reader.position();
  const auto count = parse_whole(reader, "how many terms a year has, such as `3 a year`");
  reader.expect("a");
  reader.expect("year");
  if (!count || reader.failed()) return std::nullopt;
  return TermsAYear{*count, reader.span_from(first)};
}

std::optional<Eligible> parse_eligible(Reader& reader) {
  const auto first = reader.position();
  reader.expect("at");
  reader.expect("least");
  const auto least = parse_whole(reader, "how many");
  const bool headlines = reader.accept("headlines") || reader.accept("headline");
  if (!headlines && !reader.accept("criteria") && !reader.accept("criterion")) {
    constexpr std::array<std::string_view, 2> kWords{"criteria", "headlines"};
    reader.unknown_word("a thing to count", kWords);
  }
  if (!least || reader.failed()) return std::nullopt;
  const auto by = headlines ? CountBy::Headlines : CountBy::Criteria;
  return Eligible{{*least, by}, reader.span_from(first)};
}

std::optional<Span> parse_claim(Reader& reader) {
  const auto first = reader.position();
  reader.expect("every");
  reader.expect("need");
  reader.expect("achieved");
  if (reader.failed()) return std::nullopt;
  return reader.span_from(first);
}

std::optional<ScopeClause> parse_scope(Reader& reader) {
  const auto first = reader.position();
  const bool entry = reader.accept("entry");
  if (!entry && !reader.accept("all")) reader.expected("`all needs` or `entry needs`");
  reader.expect("needs");
  if (reader.failed()) return std::nullopt;
  return ScopeClause{entry ? Scope::EntryNeeds : Scope::AllNeeds, reader.span_from(first)};
}

std::optional<Span> parse_elsewhere(Reader& reader) {
  const auto first = reader.position();
  reader.expect("counts");
  reader.expect("once");
  if (reader.failed()) return std::nullopt;
  return reader.span_from(first);
}

// `assessed, planned, lead practitioner`.
std::optional<Requirement> parse_requirement(Reader& reader) {
  if (reader.accept("assessed")) return Requirement::Assessed;
  if (reader.accept("planned")) return Requirement::Planned;
  if (reader.accept_words("lead", "practitioner")) return Requirement::LeadPractitioner;
  constexpr std::array<std::string_view, 3> kWords{"assessed", "planned", "lead practitioner"};
  reader.unknown_word("a thing a claim requires", kWords);
  return std::nullopt;
}

std::vector<Required> parse_requires(Reader& reader) {
  std::vector<Required> all;
  do {
    const auto first = reader.position();
    const auto one = parse_requirement(reader);
    if (one) all.push_back({*one, reader.span_from(first)});
  } while (reader.accept(TokenKind::Comma));
  return all;
}

}  // namespace

Node parse_plan_item(Reader& reader, const ItemLayout& layout) {
  PlanItem plan;
  plan.name = parse_new_name(reader, "a plan");
  plan.title = parse_string(reader, "a title in quotation marks");
  const std::array<ClauseReader, 8> clauses{{
      {"in", false, [&] { plan.in_force = parse_in_force(reader); }},
      {"terms", false, [&] { plan.terms = parse_terms_a_year(reader); }},
      {"sustain", false, [&] { plan.sustain = parse_sustain(reader); }},
      {"eligible", false, [&] { plan.eligible = parse_eligible(reader); }},
      {"claim", false, [&] { plan.claim = parse_claim(reader); }},
      {"scope", false, [&] { plan.scope = parse_scope(reader); }},
      {"elsewhere", false, [&] { plan.elsewhere = parse_elsewhere(reader); }},
      {"requires", false, [&] { plan.requirements = parse_requires(reader); }},
  }};
  const auto seen = parse_clauses(reader, layout, "plan", clauses);
  require_clause(reader, layout, "plan", "`in force`", seen.seen("in"));
  return plan;
}

}  // namespace hearth::written
