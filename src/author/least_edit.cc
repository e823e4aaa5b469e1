#include "author/least_edit.h"

#include <algorithm>

namespace hearth {
namespace {

// Up to and including the last line end.
std::size_t whole_lines(std::string_view text) {
  const auto end = text.rfind('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t same_lines(std::string_view a, std::string_view b) {
  const auto length = std::min(a.size(), b.size());
  const auto differ = std::ranges::mismatch(a.substr(0, length), b.substr(0, length));
  return whole_lines(a.substr(0, static_cast<std::size_t>(differ.in1 - a.begin())));
}

// Lines alike at the end, without their first character's line end.
std::size_t same_last_lines(std::string_view a, std::string_view b) {
  const auto length = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < length && a[a.size() - 1 - same] == b[b.size() - 1 - same]) ++same;
  const auto tail = a.substr(a.size() - same);
  const auto first_end = tail.find('\n');
  return first_end == std::string_view::npos ? 0 : tail.size() - first_end - 1;
}

}  // namespace

std::optional<Edit> least_edit(std::string_view from, std::string_view to) {
  if (from == to) return std::nullopt;
  const auto start = same_lines(from, to);
  const auto end = same_last_lines(from.substr(start), to.substr(start));
  const auto replaced = from.size() - start - end;
  return Edit{{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(replaced)},
              std::string(to.substr(start, to.size() - start - end))};
}

}  // namespace hearth
