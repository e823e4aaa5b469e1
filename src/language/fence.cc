#include "language/fence.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "base/text.h"
#include "language/report.h"

namespace hearth {
namespace {

// A line that opens or closes a fence.
struct Mark {
  char character = '`';
  std::size_t length = 0;
  int indent = 0;
  std::string_view info;  // empty: it may close
};

std::optional<Mark> fence_mark(std::string_view line) {
  const auto indent = line.find_first_not_of(' ');
  if (indent == std::string_view::npos || indent > 3) return std::nullopt;
  const char character = line[indent];
  if (character != '`' && character != '~') return std::nullopt;
  const auto end = std::min(line.find_first_not_of(character, indent), line.size());
  if (end - indent < 3) return std::nullopt;
  const auto info = trim(line.substr(end));
  if (character == '`' && info.find('`') != std::string_view::npos) return std::nullopt;
  return Mark{character, end - indent, static_cast<int>(indent), info};
}

std::string_view first_word(std::string_view info) { return info.substr(0, info.find(' ')); }

std::optional<FenceKind> program_kind(std::string_view info) {
  if (first_word(info) == "plan") return FenceKind::Plan;
  if (first_word(info) == "example") return FenceKind::Example;
  return std::nullopt;
}

// `Plan`, `plans` and `examples` are for readers, though their author hardly meant that.
std::string_view meant(std::string_view info) {
  std::string word(first_word(info));
  std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
  if (word == "plan" || word == "plans") return "plan";
  if (word == "example" || word == "examples") return "example";
  return {};
}

class FenceFinder {
 public:
  FenceFinder(const Source& source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  std::vector<Fence> find() {
    const auto text = source_.text();
    std::uint32_t offset = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; offset < text.size(); ++line) {
      const auto end = std::min(text.find('\n', offset), text.size());
      auto content = text.substr(offset, end - offset);
      if (content.ends_with('\r')) content.remove_suffix(1);
      read_line(content, {offset, static_cast<std::uint32_t>(content.size())}, line);
      offset = static_cast<std::uint32_t>(std::min(end + 1, text.size()));
    }
    if (open_) {
      report_unclosed();
      close(static_cast<std::uint32_t>(text.size()));
    }
    return std::move(fences_);
  }

 private:
  void read_line(std::string_view line, Span span, int number) {
    const auto mark = fence_mark(line);
    if (!mark) return;
    if (!open_) return open(*mark, span, number);
    const bool same = mark->character == open_->character && mark->length >= open_->length;
    if (!same) return;
    if (mark->info.empty()) return close(span.offset);
    if (!program_kind(mark->info)) return;
    // A reader would see the new block swallowed by the old one: the old one was not closed.
    report_unclosed();
    close(span.offset);
    open(*mark, span, number);
  }

  void open(const Mark& mark, Span span, int number) {
    open_ = mark;
    fence_ = {FenceKind::Plan, span, {}, number + 1, mark.indent};
    is_program_ = program_kind(mark.info).has_value();
    if (is_program_) fence_.kind = *program_kind(mark.info);
    if (is_program_ || meant(mark.info).empty()) return;
    report(diagnostics_, source_, kUnknownFence, span,
           "write ```" + std::string(meant(mark.info)) + ", or leave it if it is for readers",
           first_word(mark.info), meant(mark.info));
  }

  void close(std::uint32_t offset) {
    const auto text = source_.text();
    const auto line_end = std::min(text.find('\n', fence_.opening.offset), text.size() - 1);
    const auto start = std::min(static_cast<std::uint32_t>(line_end + 1), offset);
    fence_.content = {start, offset - start};
    if (is_program_) fences_.push_back(fence_);
    open_.reset();
  }

  void report_unclosed() {
    report(diagnostics_, source_, kUnclosedFence, fence_.opening,
           "close it with a line of " + std::string(open_->length, open_->character));
  }

  const Source& source_;
  Diagnostics& diagnostics_;
  std::vector<Fence> fences_;
  std::optional<Mark> open_;
  Fence fence_;
  bool is_program_ = false;
};

}  // namespace

std::vector<Fence> find_fences(const Source& source, Diagnostics& diagnostics) {
  return FenceFinder(source, diagnostics).find();
}

}  // namespace hearth
