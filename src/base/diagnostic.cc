#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace hearth {
namespace {

// A longer line was not written by hand and would bury the message: its place says enough.
constexpr std::size_t kLongestShown = 2000;

// `suspension.csv, row 12: `, or nothing of what is about no file.
std::string where(const Place& place) {
  if (place.file.empty()) return {};
  if (place.line > 0) return fmt::format("{}:{}:{}: ", place.file, place.line, place.column);
  std::string text = place.file;
  if (place.row > 0) text += fmt::format(", row {}", place.row);
  if (!place.field.empty()) text += fmt::format(", column {}", place.field);
  return text + ": ";
}

// One column per character, not per byte of its UTF-8.
bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string underline(const Place& place) {
  if (place.excerpt.empty()) return {};
  const auto line = std::string_view(place.excerpt);
  const auto start = std::min(static_cast<std::size_t>(std::max(place.column - 1, 0)), line.size());
  std::string margin;
  for (const char c : line.substr(0, start)) {
    if (starts_character(c)) margin += c == '\t' ? '\t' : ' ';
  }
  const auto marked = line.substr(start, static_cast<std::size_t>(std::max(place.length, 1)));
  const auto length = std::max<std::ptrdiff_t>(1, std::ranges::count_if(marked, starts_character));
  return fmt::format("  {}\n  {}^{}\n", place.excerpt, margin, std::string(length - 1, '~'));
}

}  // namespace

Place place_in(const Source& source, Span span) {
  const auto [line, column] = source.line_column(span.offset);
  Place place;
  place.file = source.name();
  place.line = line;
  place.column = column;
  place.length = static_cast<int>(span.length);
  if (const auto text = source.line(line); text.size() <= kLongestShown) place.excerpt = text;
  return place;
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(
      list_, [](const Diagnostic& d) { return d.kind->severity == Severity::Error; });
}

void Diagnostics::take(Diagnostics other) {
  std::ranges::move(other.list_, std::back_inserter(list_));
}

void Diagnostics::sort() {
  std::ranges::stable_sort(list_, {}, [](const Diagnostic& d) {
    return std::tuple(d.place.file, d.place.line, d.place.row, d.place.column);
  });
}

std::string to_text(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.kind->severity == Severity::Error ? "error" : "warning";
  auto text = fmt::format("{}{}: {}\n", where(diagnostic.place), severity, diagnostic.message);
  text += underline(diagnostic.place);
  for (const auto& label : diagnostic.labels) {
    text += fmt::format("{}note: {}\n{}", where(label.place), label.text, underline(label.place));
  }
  if (!diagnostic.hint.empty()) text += fmt::format("  {}\n", diagnostic.hint);
  return text;
}

std::string to_text(const Diagnostics& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics.list()) text += to_text(diagnostic);
  return text;
}

}  // namespace hearth
