#include "base/source.h"

#include <algorithm>

namespace hearth {

Span cover(Span a, Span b) {
  const auto offset = std::min(a.offset, b.offset);
  return {offset, std::max(a.end(), b.end()) - offset};
}

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), line_starts_{0} {
  for (std::uint32_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
}

std::string_view Source::text(Span span) const {
  if (span.offset > text_.size()) return {};
  return text().substr(span.offset, span.length);
}

LineColumn Source::line_column(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const auto line = static_cast<int>(after - line_starts_.begin());
  return {line, static_cast<int>(offset - line_starts_[line - 1]) + 1};
}

std::string_view Source::line(int number) const {
  const auto start = line_starts_[number - 1];
  const auto rest = text().substr(start);
  auto line = rest.substr(0, rest.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace hearth
