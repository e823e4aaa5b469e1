// A text somebody wrote, and places in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearth {

// A stretch of a source's text: byte offset and length in bytes.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;

  std::uint32_t end() const { return offset + length; }
  bool operator==(const Span&) const = default;
};

// The smallest span that holds both.
Span cover(Span a, Span b);

struct LineColumn {
  int line;    // from 1
  int column;  // from 1, in bytes
};

class Source {
 public:
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }  // as the reader knows it, e.g. `plans/n.md`
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const;
  LineColumn line_column(std::uint32_t offset) const;
  std::string_view line(int number) const;  // from 1, without its line end

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace hearth
