// What the catalogue declares: `record`, `measure` and `instrument`.
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

using Node = decltype(Item::node);

template <typename Enum>
struct Choice {
  std::string_view word;
  Enum value;
};
constexpr std::array<Choice<Shape>, 5> kShapes{{{"event", Shape::Event},
                                                {"spell", Shape::Spell},
                                                {"reading", Shape::Reading},
                                                {"term", Shape::Term},
                                                {"statement", Shape::Statement}}};
constexpr std::array<Choice<FieldKind>, 6> kFieldKinds{{{"number", FieldKind::Number},
                                                        {"money", FieldKind::Money},
                                                        {"flag", FieldKind::Flag},
                                                        {"code", FieldKind::Code},
                                                        {"date", FieldKind::Date},
                                                        {"text", FieldKind::Text}}};

template <typename Enum, std::size_t count>
Enum parse_choice(Reader& reader, std::string_view what,
                  const std::array<Choice<Enum>, count>& choices) {
  std::array<std::string_view, count> words;
  for (std::size_t i = 0; i < count; ++i) {
    if (reader.accept(choices[i].word)) return choices[i].value;
    words[i] = choices[i].word;
  }
  reader.unknown_word(what, words);
  return choices[0].value;
}

void parse_codes(Reader& reader, FieldLine& field) {
  reader.expect(TokenKind::LeftBrace, "`{` and the codes");
  while (reader.at(TokenKind::Word) || reader.at(TokenKind::Number)) {
    field.codes.push_back(word_of(reader, reader.take()));
    reader.accept(TokenKind::Comma);
  }
  reader.expect(TokenKind::RightBrace, "a code or `}`");
  field.open = reader.accept("open");
  field.in_order = !field.open && reader.accept_words("in", "order");
}

void parse_field(Reader& reader, RecordItem& record) {
  const auto first = reader.position();
  FieldLine field;
  field.name = parse_new_name(reader, "a field");
  field.kind = parse_choice(reader, "a kind of field", kFieldKinds);
  if (field.kind == FieldKind::Code) parse_codes(reader, field);
  if (reader.accept("from")) {
    field.least = parse_number_value(reader, "the least value");
    reader.expect("to");
    field.most = parse_number_value(reader, "the greatest value");
  }
  field.span = reader.span_from(first);
  if (field.name.exists()) record.fields.push_back(std::move(field));
}

void parse_check(Reader& reader, RecordItem& record) {
  const auto first = reader.position();
  CheckLine check;
  do check.parts.push_back(parse_name(reader, "a field"));
  while (reader.accept(TokenKind::Plus));
  reader.expect(TokenKind::LessOrEqual, "`+` or `<=`");
  check.whole = parse_name(reader, "a field");
  check.span = reader.span_from(first);
  if (!reader.failed()) record.checks.push_back(std::move(check));
}

void parse_carry(Reader& reader, RecordItem& record) {
  const auto days = parse_whole(reader, "a number of days");
  if (!reader.accept("day")) reader.expect("days");
  if (!reader.failed()) record.carry_days = *days;
}

std::vector<MeasurePart> parse_sum_of_fields(Reader& reader) {
  std::vector<MeasurePart> parts;
  double sign = 1;
  for (;;) {
    parts.push_back({parse_name(reader, "a field"), sign});
    // A line that starts with `-` is no list here.
    const bool minus = reader.accept(TokenKind::Minus) || reader.accept(TokenKind::Bullet);
    if (!minus && !reader.accept(TokenKind::Plus)) return parts;
    sign = minus ? -1 : 1;
  }
}

void expect_comma(Reader& reader) { reader.expect(TokenKind::Comma, "`,`"); }

}  // namespace

Node parse_record_item(Reader& reader, const ItemLayout& layout) {
  RecordItem record;
  record.name = parse_new_name(reader, "a record type");
  record.shape = parse_choice(reader, "a shape of record", kShapes);
  if (reader.at(TokenKind::String)) record.about = word_of(reader, reader.take());
  const std::array<ClauseReader, 4> clauses{{
      {"field", true, [&] { parse_field(reader, record); }},
      {"check", true, [&] { parse_check(reader, record); }},
      {"always", false, [&] { record.always_covered = reader.expect("covered"); }},
      {"carry", false, [&] { parse_carry(reader, record); }},
  }};
  parse_clauses(reader, layout, "record", clauses);
  return record;
}

Node parse_measure(Reader& reader, const ItemLayout&) {
  MeasureItem measure;
  measure.name = parse_new_name(reader, "a measure");
  reader.expect("of");
  measure.type = parse_name(reader, "a record type");
  reader.expect(TokenKind::Equal, "`=`");
  const bool bracket = reader.accept(TokenKind::LeftParen);
  if (bracket)
    measure.top = parse_sum_of_fields(reader);
  else
    measure.top.push_back({parse_name(reader, "a field or `(`"), 1});
  if (bracket) reader.expect(TokenKind::RightParen, "`+`, `-` or `)`");
  reader.expect(TokenKind::Slash, "`/`");
  measure.bottom = parse_name(reader, "a field");
  return measure;
}

Node parse_instrument(Reader& reader, const ItemLayout&) {
  InstrumentItem instrument;
  instrument.code = parse_new_name(reader, "an instrument");
  instrument.title = parse_string(reader, "a title in quotation marks");
  if (auto low = parse_number_value(reader, "the lowest score")) instrument.low = *low;
  reader.expect("to");
  if (auto high = parse_number_value(reader, "the highest score")) instrument.high = *high;
  expect_comma(reader);
  instrument.higher_is_better = reader.accept("higher");
  if (!instrument.higher_is_better) reader.expect("lower");
  reader.expect("is");
  reader.expect("better");
  expect_comma(reader);
  reader.expect("change");
  if (auto change = parse_number_value(reader, "the smallest change that counts")) {
    instrument.least_change = *change;
  }
  return instrument;
}

}  // namespace hearth::written
