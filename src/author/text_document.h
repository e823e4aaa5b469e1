// A document as an editor sees it: lines and columns counted in UTF-16 units, changed piece by
// piece.
//
// A position outside the text means the nearest place in it, as the protocol asks; one inside a
// character means its start. Lines end with \n, \r\n or \r.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace hearth {

struct TextPosition {
  std::int64_t line = 0;       // from 0
  std::int64_t character = 0;  // from 0, in UTF-16 units

  auto operator<=>(const TextPosition&) const = default;
};

struct TextRange {
  TextPosition start;
  TextPosition end;

  bool operator==(const TextRange&) const = default;
};

class TextDocument {
 public:
  explicit TextDocument(std::string text);

  const std::string& text() const { return text_; }
  std::uint32_t offset(TextPosition position) const;
  TextPosition position(std::uint32_t offset) const;
  TextRange range(Span span) const;
  void replace(TextRange range, std::string_view with);

 private:
  std::string text_;
  std::vector<std::uint32_t> line_starts_;

  void find_lines();
  std::string_view line(std::size_t number) const;  // without its end
};

}  // namespace hearth
