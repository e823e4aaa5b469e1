// Worked examples: a made-up family, its records, and what must come out.
#include <algorithm>
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

constexpr std::array<std::string_view, 7> kStatuses{
    "none", "need", "progress", "achieved", "lapsed", "unknown", "not_applicable"};

// Days that may follow in any order, each after its word.
struct DayWord {
  std::string_view word;
  std::optional<Day>* day;
};

bool accept_day(Reader& reader, std::span<const DayWord> words) {
  for (const auto& [word, day] : words) {
    if (!reader.accept(word)) continue;
    *day = parse_day(reader, "a day, such as 2024-04-01");
    return true;
  }
  return false;
}

void parse_family_line(Reader& reader, Example& example) {
  const auto first = reader.position();
  FamilyLine family;
  reader.expect("family");
  family.name = parse_name(reader, "a name for the family");
  const std::array<DayWord, 4> days{{{"started", &family.started},
                                     {"assessed", &family.assessed},
                                     {"planned", &family.planned},
                                     {"closed", &family.closed}}};
  while (accept_day(reader, days)) {
  }
  if (reader.accept("lead")) family.lead = parse_name(reader, "a name for the lead practitioner");
  while (accept_day(reader, days)) {
  }
  if (family.closed && (reader.at(TokenKind::Word) || reader.at(TokenKind::String))) {
    family.close_reason = word_of(reader, reader.take());
  }
  if (!reader.at_end()) {
    constexpr std::array<std::string_view, 5> kWords{"started", "assessed", "planned", "lead",
                                                     "closed"};
    reader.unknown_word("said of a family", kWords);
  }
  family.span = reader.span_from(first);
  if (!reader.failed() && !family.started) {
    reader.complain(kMissingDay, family.name.span, "write `started` and the day", "a family",
                    "started");
  }
  if (example.family) reader.complain(kSecondFamily, family.span, "start another example");
  if (!example.family) example.family = std::move(family);
}

PersonLine parse_person(Reader& reader) {
  const auto first = reader.position();
  PersonLine person;
  person.name = parse_name(reader, "a person");
  const auto role = role_at(reader, 0);
  if (role)
    reader.take();
  else
    reader.unknown_word("a role in the family", kRoleWords);
  person.role = role.value_or(Role::Other);
  const std::array<DayWord, 4> days{
      {{"born", &person.born}, {"died", &person.died}, {"from", &person.from}, {"to", &person.to}}};
  while (accept_day(reader, days) || reader.at("elsewhere")) {
    if (reader.accept("elsewhere")) person.elsewhere = true;
  }
  person.span = reader.span_from(first);
  if (!reader.at_end() && !reader.at(TokenKind::Dot)) {
    constexpr std::array<std::string_view, 5> kWords{"born", "died", "from", "to", "elsewhere"};
    reader.unknown_word("said of a person", kWords);
  }
  if (!reader.failed() && !person.born) {
    reader.complain(kMissingDay, person.span, "write `born` and the day", "a person", "born");
  }
  return person;
}

void parse_people(Reader& reader, Example& example) {
  do {
    auto person = parse_person(reader);
    if (person.name.exists()) example.people.push_back(std::move(person));
  } while (reader.accept(TokenKind::Dot));
}

void parse_covered(Reader& reader, Example& example) {
  const auto first = reader.position();
  reader.expect("covered");
  std::vector<Word> types;
  if (!reader.accept("everything")) types = parse_name_list(reader, "a record type");
  const auto from = parse_day(reader, "the first day covered, such as 2024-04-01");
  reader.expect("to");
  const auto to = parse_day(reader, "the last day covered, such as 2025-03-31");
  if (!from || !to) return;
  example.covered.push_back({std::move(types), *from, *to, reader.span_from(first)});
}

void parse_dates(Reader& reader, RecordLine& record) {
  constexpr std::string_view kWhat = "a day such as 2024-04-01, or a term";
  record.open = reader.accept("from");
  if (!record.open && reader.at(TokenKind::Word)) {
    record.term = parse_name(reader, kWhat);
    return;
  }
  record.start = parse_day(reader, kWhat);
  if (!reader.accept("to")) return;
  record.open = false;
  record.end = parse_day(reader, "the last day, such as 2025-03-31");
}

void parse_record_line(Reader& reader, Example& example) {
  const auto first = reader.position();
  RecordLine record;
  record.of_family = reader.accept("family");
  if (!record.of_family) record.person = parse_name(reader, "a person");
  record.type = parse_name(reader, "a record type or a role");
  parse_dates(reader, record);
  while (reader.at(TokenKind::Word)) {
    auto field = parse_name(reader, "a field");
    record.fields.push_back({std::move(field), parse_value(reader)});
  }
  record.span = reader.span_from(first);
  if (!reader.at_end()) reader.expected("a field");
  if (!reader.failed()) example.records.push_back(std::move(record));
}

void parse_expectation(Reader& reader, Example& example) {
  const auto first = reader.position();
  reader.expect("on");
  const auto on = parse_day(reader, "a day, such as 2024-04-01");
  auto ref = parse_ref(reader);
  constexpr std::array<std::string_view, 3> kTruths{"yes", "no", "unknown"};
  const bool of_plan = asks_of_plan(ref.text);
  const auto words = of_plan ? std::span<const std::string_view>(kTruths) : kStatuses;
  const bool known =
      std::ranges::any_of(words, [&](std::string_view word) { return reader.at(word); });
  if (!known) return reader.unknown_word(of_plan ? "an answer" : "a status", words);
  auto word = word_of(reader, reader.take());
  if (!on) return;
  example.expectations.push_back({*on, std::move(ref), std::move(word), reader.span_from(first)});
}

void parse_line(Reader& reader, Example& example) {
  if (reader.at("family") && (reader.at("started", 2) || reader.at_end())) {
    return parse_family_line(reader, example);
  }
  if (reader.at("family") && !example.family) return parse_family_line(reader, example);
  if (reader.at("covered")) return parse_covered(reader, example);
  if (reader.at("on")) return parse_expectation(reader, example);
  if (reader.at("term") && !role_at(reader, 1)) {
    reader.take();
    if (auto term = parse_term_line(reader)) example.terms.push_back(std::move(*term));
    return;
  }
  const bool person = role_at(reader, 1).has_value() || reader.at("born", 2);
  if (person) return parse_people(reader, example);
  parse_record_line(reader, example);
}

}  // namespace

void parse_example(Reader& reader, const ItemLayout& layout) {
  Example example;
  reader.enter(layout.head);
  const auto last = layout.clauses.empty() ? layout.head.last : layout.clauses.back().last;
  example.title = word_of(reader, reader.peek());
  example.span = cover(example.title.span, reader.token(last - 1).span);
  for (const auto range : layout.clauses) {
    reader.enter(range);
    parse_line(reader, example);
    reader.expect_end();
  }
  if (!example.family) {
    reader.complain(kNoFamily, example.title.span,
                    "below its title, write `  family F started DATE`; every line of an example is "
                    "indented by two spaces");
  }
  reader.tree().examples.push_back(std::move(example));
}

}  // namespace hearth::written
