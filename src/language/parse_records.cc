// Which records: `offence or arrest where proven = yes`.
//
// `or` joins picks and conditions alike; it joins picks here unless what follows it can only be a
// condition. `and` joins tests as long as a field and a comparison follow.
#include <algorithm>
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

constexpr std::array<std::string_view, 13> kConditionStarts{
    "had",  "no",  "on", "at",     "any",   "all",   "every",
    "each", "not", "if", "family", "count", "latest"};

// Whether the words at `ahead` can only be a condition, so that the `or` before them ends the
// records.
bool starts_condition(const Reader& reader, std::size_t ahead, After after) {
  if (!reader.at(TokenKind::Word, ahead)) return true;
  const auto word = reader.text(reader.peek(ahead));
  if (std::ranges::find(kConditionStarts, word) != kConditionStarts.end()) return true;
  if (word == "statement") return reader.at("by", ahead + 2);
  if (word == "approved") return reader.at("by", ahead + 1);
  if (word == "days" && (reader.at("on", ahead + 1) || reader.at("with", ahead + 1))) return true;
  if (word == "has" && reader.at("role", ahead + 1)) return true;
  if (word == "age" && at_comparison(reader, ahead + 1)) return true;
  if (reader.at(TokenKind::LeftParen, ahead + 1) || reader.at("of", ahead + 1)) return true;
  if (reader.defines_condition(word)) return true;
  if (after == After::Comparison) return false;
  const auto next = ahead + 1 + window_length(reader, ahead + 1);
  return at_comparison(reader, next) || reader.at("is", next) || reader.at("improves", next);
}

bool accept_or(Reader& reader, After after) {
  const auto length = joined_by(reader, "or");
  if (length == 0 || starts_condition(reader, length, after)) return false;
  for (std::size_t i = 0; i < length; ++i) reader.take();
  return true;
}

bool at_dated_test(const Reader& reader, std::size_t ahead) {
  if (!reader.at("in", ahead + 1)) return false;
  return reader.at("last", ahead + 2) || reader.at("next", ahead + 2);
}

// `release_due in next 12 months` is a test, and `attendance in last 2 terms >= 90%` is not.
bool at_test(const Reader& reader, std::size_t ahead) {
  if (!reader.at(TokenKind::Word, ahead) || reader.at("age", ahead)) return false;
  if (at_comparison(reader, ahead + 1)) return true;
  if (at_dated_test(reader, ahead)) {
    const auto next = ahead + 1 + window_length(reader, ahead + 1);
    return !at_comparison(reader, next) && !reader.at("is", next);
  }
  return reader.at("in", ahead + 1) && reader.at(TokenKind::LeftParen, ahead + 2);
}

FieldTest field_test(Comparison comparison) {
  switch (comparison) {
    case Comparison::Less: return FieldTest::Less;
    case Comparison::LessOrEqual: return FieldTest::LessOrEqual;
    case Comparison::Greater: return FieldTest::Greater;
    case Comparison::GreaterOrEqual: return FieldTest::GreaterOrEqual;
    case Comparison::Equal: return FieldTest::Equal;
    case Comparison::NotEqual: return FieldTest::NotEqual;
  }
  return FieldTest::Equal;
}

std::vector<Value> parse_value_list(Reader& reader) {
  std::vector<Value> values;
  reader.expect(TokenKind::LeftParen, "`(`");
  do values.push_back(parse_value(reader));
  while (reader.accept(TokenKind::Comma));
  reader.expect(TokenKind::RightParen, "`,` or `)`");
  return values;
}

Test parse_test(Reader& reader) {
  const auto first = reader.position();
  Test test;
  test.field = parse_name(reader, "a field");
  if (const auto comparison = accept_comparison(reader)) {
    test.test = field_test(*comparison);
    test.values.push_back(parse_value(reader));
  } else if (reader.at_words("in", "last") || reader.at_words("in", "next")) {
    reader.take();
    test.test = reader.at("last") ? FieldTest::InLast : FieldTest::InNext;
    reader.take();
    test.period = parse_period(reader).value_or(Period{});
  } else if (reader.accept("in")) {
    test.test = FieldTest::In;
    test.values = parse_value_list(reader);
  } else {
    reader.expected("`=`, `<` and the like, `in (…)`, or `in last` or `in next` and a time");
  }
  test.span = reader.span_from(first);
  return test;
}

Pick parse_pick(Reader& reader, After after) {
  const auto first = reader.position();
  Pick pick;
  do pick.names.push_back(parse_name(reader, "a record type"));
  while (accept_or(reader, after));
  if (reader.accept("where")) {
    pick.where.push_back(parse_test(reader));
    for (auto length = joined_by(reader, "and"); length > 0 && at_test(reader, length);
         length = joined_by(reader, "and")) {
      for (std::size_t i = 0; i < length; ++i) reader.take();
      pick.where.push_back(parse_test(reader));
    }
  }
  pick.span = reader.span_from(first);
  return pick;
}

}  // namespace

std::size_t joined_by(const Reader& reader, std::string_view word) {
  if (reader.at(word)) return 1;
  return reader.at(TokenKind::Comma) && reader.at(word, 1) ? 2 : 0;
}

Records parse_records(Reader& reader, After after) {
  const auto first = reader.position();
  Records records;
  do records.picks.push_back(parse_pick(reader, after));
  while (accept_or(reader, after));
  records.span = reader.span_from(first);
  if (reader.failed()) records.picks.clear();
  return records;
}

}  // namespace hearth::written
