// Numbers: what is counted, summed, measured or written.
#include <array>

#include "language/parse.h"

namespace hearth::written {
namespace {

struct ComparisonMark {
  TokenKind kind;
  Comparison comparison;
};
constexpr std::array<ComparisonMark, 6> kComparisons{
    {{TokenKind::Less, Comparison::Less},
     {TokenKind::LessOrEqual, Comparison::LessOrEqual},
     {TokenKind::Greater, Comparison::Greater},
     {TokenKind::GreaterOrEqual, Comparison::GreaterOrEqual},
     {TokenKind::Equal, Comparison::Equal},
     {TokenKind::NotEqual, Comparison::NotEqual}}};

using Node = decltype(Number::node);

Node parse_count(Reader& reader, After after) {
  reader.expect("of");
  auto records = parse_records(reader, after);
  auto window = parse_window(reader);
  return Count{std::move(records), window};
}

template <typename Days>
Node parse_days(Reader& reader, After after) {
  auto records = parse_records(reader, after);
  auto window = parse_window(reader);
  return Days{std::move(records), window};
}

Node parse_latest(Reader& reader, After after) {
  auto field = parse_name(reader, "a field");
  reader.expect("of");
  auto records = parse_records(reader, after);
  auto window = parse_window(reader);
  return Latest{std::move(field), std::move(records), window};
}

Node parse_sum(Reader& reader, After after) {
  auto field = parse_name(reader, "a field");
  reader.expect("of");
  auto records = parse_records(reader, after);
  auto window = parse_window(reader);
  return Sum{std::move(field), std::move(records), window};
}

Node parse_measure_in(Reader& reader) {
  auto measure = parse_name(reader, "a measure");
  const auto window = parse_window(reader);
  return window ? Node(MeasureIn{std::move(measure), *window}) : Node(Invalid{});
}

Node parse_node(Reader& reader, After after) {
  const bool sums = reader.at(TokenKind::Word) && reader.at("of", 1);
  if (reader.accept("count")) return parse_count(reader, after);
  if (sums) return parse_sum(reader, after);
  if (reader.accept_words("days", "on")) return parse_days<DaysOn>(reader, after);
  if (reader.accept_words("days", "with")) return parse_days<DaysWith>(reader, after);
  if (reader.accept("latest")) return parse_latest(reader, after);
  if (reader.accept("age")) return Age{};
  if (reader.at(TokenKind::Word) && at_window(reader, 1)) return parse_measure_in(reader);
  auto value = parse_value(reader);
  return value.kind == ValueKind::Invalid ? Node(Invalid{}) : Node(Literal{std::move(value)});
}

}  // namespace

bool at_comparison(const Reader& reader, std::size_t ahead) {
  for (const auto& mark : kComparisons) {
    if (reader.at(mark.kind, ahead)) return true;
  }
  return false;
}

std::optional<Comparison> accept_comparison(Reader& reader) {
  for (const auto& mark : kComparisons) {
    if (reader.accept(mark.kind)) return mark.comparison;
  }
  return std::nullopt;
}

bool at_number(const Reader& reader, std::size_t ahead) {
  if (reader.at(TokenKind::Number, ahead) || reader.at(TokenKind::Percent, ahead)) return true;
  if (reader.at(TokenKind::Money, ahead) || reader.at(TokenKind::Date, ahead)) return true;
  if (!reader.at(TokenKind::Word, ahead)) return false;
  const auto next = ahead + 1;
  if (reader.at("count", ahead) || reader.at("latest", ahead)) return true;
  if (reader.at("days", ahead) && (reader.at("on", next) || reader.at("with", next))) return true;
  if (reader.at("of", next) || at_window(reader, next) || at_comparison(reader, next)) return true;
  return reader.at("is", next) || reader.at("improves", next);
}

NumberId parse_number(Reader& reader, After after) {
  const auto first = reader.position();
  auto node = parse_node(reader, after);
  if (reader.failed()) node = Invalid{};
  auto& numbers = reader.tree().numbers;
  numbers.push_back({std::move(node), reader.span_from(first)});
  return NumberId{numbers.size() - 1};
}

}  // namespace hearth::written
