#include "conformance/value.h"

#include <fmt/format.h>

#include "conformance/intervals.h"

namespace hearth::conformance {
namespace {

std::string to_text(Bounds bounds) { return fmt::format("{} to {}", bounds.low, bounds.high); }

std::string to_text(const Timeline& line) {
  std::string text{hearth::to_text(line.initial())};
  for (const auto& change : line.changes()) {
    text += fmt::format(", {} from {}", hearth::to_text(change.value), change.from.days);
  }
  return text;
}

bool is_unknown(const Value& value) {
  if (const auto* truth = std::get_if<Truth>(&value)) return *truth == Truth::Unknown;
  if (const auto* point = std::get_if<Bounds>(&value)) return !point->exact();
  if (const auto* line = std::get_if<Timeline>(&value)) return !is_one_stretch(*line);
  return std::holds_alternative<Nothing>(value);
}

}  // namespace

template <>
std::optional<Truth> as<Truth>(const Value& value) {
  if (std::holds_alternative<Nothing>(value)) return Truth::Unknown;
  const auto* truth = std::get_if<Truth>(&value);
  return truth ? std::optional(*truth) : std::nullopt;
}

template <>
std::optional<Bounds> as<Bounds>(const Value& value) {
  if (std::holds_alternative<Nothing>(value)) return Bounds::unknown();
  const auto* point = std::get_if<Bounds>(&value);
  return point ? std::optional(*point) : std::nullopt;
}

template <>
std::optional<Timeline> as<Timeline>(const Value& value) {
  if (std::holds_alternative<Nothing>(value)) return Timeline(Truth::Unknown);
  if (const auto* point = std::get_if<Bounds>(&value)) return interval(*point, *point);
  const auto* line = std::get_if<Timeline>(&value);
  return line ? std::optional(*line) : std::nullopt;
}

bool agree(const Value& answer, const Value& expected) {
  if (std::holds_alternative<Nothing>(expected)) return is_unknown(answer);
  const auto* number = std::get_if<Bounds>(&answer);
  const auto* range = std::get_if<Timeline>(&expected);
  if (number && range) return *number == Bounds{start_of(*range).low, end_of(*range).high};
  return answer == expected;
}

std::string to_text(const Value& value) {
  if (const auto* truth = std::get_if<Truth>(&value)) return std::string(to_text(*truth));
  if (const auto* point = std::get_if<Bounds>(&value)) return to_text(*point);
  if (const auto* line = std::get_if<Timeline>(&value)) return to_text(*line);
  std::string text;
  if (const auto* lines = std::get_if<std::vector<Timeline>>(&value)) {
    for (const auto& line : *lines) text += "{" + to_text(line) + "}";
  }
  return text.empty() ? "nothing" : text;
}

}  // namespace hearth::conformance
