#include "intake/xml_scanner.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>

#include "table/utf8.h"

namespace hearth {
namespace {

bool doubtful(char c) { return c == '"' || c == '\'' || c == '!' || c == '?' || c == '<'; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class XmlScanner {
 public:
  XmlScanner(const NextBytes& next, const std::vector<std::string>& paths,
             const std::function<void(const XmlPiece&)>& sink, XmlLimits limits)
      : next_(next), paths_(paths), sink_(sink), limits_(limits) {}

  Result<XmlScan> scan() {
    while (!scan_.fault && !error_ && take_text() && take()) markup();
    if (error_) return std::unexpected(std::move(*error_));
    if (!scan_.fault && !open_.empty()) fail("the file ends inside an element");
    if (!scan_.fault && !had_root_) fail("there is no element");
    if (!scan_.fault && !is_utf8(scan_.skeleton)) refuse("it is not UTF-8 text");
    return std::move(scan_);
  }

 private:
  // The next byte into `current_` and onto what is being gathered; false at the end.
  bool take() {
    if (at_ == bytes_.size() && !refill()) return false;
    current_ = bytes_[at_++];
    return keep({&current_, 1});
  }

  // All there is before the next `<`; false at the end.
  bool take_text() {
    for (;;) {
      const auto ahead = bytes_.substr(at_);
      const auto length = std::min(ahead.find('<'), ahead.size());
      at_ += length;
      if (length > 0 && !keep(ahead.substr(0, length))) return false;
      if (length < ahead.size()) return true;
      if (!refill()) return false;
    }
  }

  // Onto what is being gathered; false if that is too much.
  bool keep(std::string_view bytes) {
    line_ += static_cast<int>(std::ranges::count(bytes, '\n'));
    (in_piece() ? piece_.text : scan_.skeleton) += bytes;
    if (bytes.find('\0') != std::string_view::npos) refuse("it is not UTF-8 text");
    if (piece_.text.size() > limits_.piece) refuse("one of its elements is too large");
    if (scan_.skeleton.size() > limits_.skeleton) {
      refuse("there is too much outside the elements the feed reads");
    }
    return !scan_.fault;
  }

  bool refill() {
    auto more = next_();
    if (!more) {
      error_ = more.error();
      return false;
    }
    bytes_ = *more;
    at_ = 0;
    return !bytes_.empty();
  }

  void fail(std::string_view what) { scan_.fault = {line_, what, false}; }
  void refuse(std::string_view what) { scan_.fault = {line_, what, true}; }
  bool in_piece() const { return piece_depth_ > 0; }

  // After a `<`: a comment, a section of plain text, an instruction or a tag.
  void markup() {
    const int line = line_;
    if (const auto tag = plain_tag(); !tag.empty()) return element(tag, line);
    std::string tag;
    while (take()) {
      if (current_ == '>' && quote_of(tag) == 0) return element(tag, line);
      tag += current_;
      if (tag == "!--") return skip_past("-->");
      if (tag == "![CDATA[") return skip_past("]]>");
      if (tag == "?") return skip_past("?>");
      if (tag == "!D" || tag == "!d") return refuse("it declares a document type");
      if (tag.size() > limits_.tag) return refuse("one of its tags is too large");
    }
    if (!scan_.fault) fail("the file ends inside a tag");
  }

  // The whole of a tag like `<Child>`, whose end cannot be doubted; empty for any other.
  std::string_view plain_tag() {
    const auto ahead = bytes_.substr(at_, limits_.tag);
    const auto tag = ahead.substr(0, ahead.find('>'));
    if (tag.empty() || tag.size() == ahead.size()) return {};
    if (std::ranges::any_of(tag, doubtful)) return {};
    at_ += tag.size() + 1;
    return keep(ahead.substr(0, tag.size() + 1)) ? tag : std::string_view();
  }

  // The quotation mark that is still open at the end of a tag's text so far, or 0.
  char quote_of(std::string_view tag) {
    if (tag.size() < quoted_up_to_) quoted_up_to_ = 0, quote_ = 0;
    for (; quoted_up_to_ < tag.size(); ++quoted_up_to_) {
      const char c = tag[quoted_up_to_];
      if (quote_ == 0 && (c == '"' || c == '\''))
        quote_ = c;
      else if (c == quote_)
        quote_ = 0;
    }
    return quote_;
  }

  void skip_past(std::string_view end) {
    std::string tail;
    while (take()) {
      tail += current_;
      if (tail.size() > end.size()) tail.erase(0, 1);
      if (tail == end) return;
    }
    if (!scan_.fault) fail("the file ends inside a comment or instruction");
  }

  void element(std::string_view tag, int line) {
    quoted_up_to_ = 0;
    quote_ = 0;
    if (tag.starts_with('/')) return close(tag.substr(1));
    const bool empty = tag.ends_with('/');
    const auto name_end = std::ranges::find_if(tag, [](char c) { return space(c) || c == '/'; });
    const std::string_view name(tag.begin(), name_end);
    if (name.empty() || name.starts_with('!')) return fail("a tag has no name");
    open(name, tag.size() + 2, line);
    if (empty && !scan_.fault) close(name);
  }

  void open(std::string_view name, std::size_t tag_size, int line) {
    if (open_.empty() && had_root_) return fail("there is more than one element at the top");
    if (open_.size() == limits_.depth) return refuse("its elements are nested too deeply");
    had_root_ = true;
    lengths_.push_back(path_.size());
    if (!path_.empty()) path_ += '/';
    path_ += name.substr(name.rfind(':') + 1);  // without a namespace's prefix
    open_.emplace_back(name);
    if (in_piece() || std::ranges::find(paths_, path_) == paths_.end()) return;
    piece_depth_ = open_.size();
    auto& skeleton = scan_.skeleton;
    piece_ = {skeleton.substr(skeleton.size() - tag_size), line, path_};
    skeleton.resize(skeleton.size() - tag_size);
  }

  void close(std::string_view name) {
    while (!name.empty() && space(name.back())) name.remove_suffix(1);
    if (open_.empty() || open_.back() != name) return fail("a closing tag closes nothing open");
    if (piece_depth_ == open_.size()) deliver();
    path_.resize(lengths_.back());
    lengths_.pop_back();
    open_.pop_back();
  }

  void deliver() {
    if (!is_utf8(piece_.text)) return refuse("it is not UTF-8 text");
    sink_(piece_);
    piece_ = {};
    piece_depth_ = 0;
  }

  const NextBytes& next_;
  const std::vector<std::string>& paths_;
  const std::function<void(const XmlPiece&)>& sink_;
  const XmlLimits limits_;

  std::string_view bytes_;
  std::size_t at_ = 0;
  char current_ = 0;
  int line_ = 1;
  std::optional<Error> error_;

  char quote_ = 0;
  std::size_t quoted_up_to_ = 0;

  std::vector<std::string> open_;     // the elements we are in
  std::string path_;                  // their names
  std::vector<std::size_t> lengths_;  // of the path before each
  bool had_root_ = false;
  std::size_t piece_depth_ = 0;  // how many were open when the piece began, itself counted
  XmlPiece piece_;
  XmlScan scan_;
};

}  // namespace

Result<XmlScan> scan_xml(const NextBytes& next, const std::vector<std::string>& paths,
                         const std::function<void(const XmlPiece&)>& sink, XmlLimits limits) {
  return XmlScanner(next, paths, sink, limits).scan();
}

Result<XmlScan> scan_xml_file(const std::filesystem::path& path,
                              const std::vector<std::string>& paths,
                              const std::function<void(const XmlPiece&)>& sink) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed("cannot open " + path.filename().string());
  std::vector<char> buffer(64 * 1024);
  return scan_xml(
      [&]() -> Result<std::string_view> {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        if (file.bad()) return failed("cannot read " + path.filename().string());
        return std::string_view(buffer.data(), static_cast<std::size_t>(file.gcount()));
      },
      paths, sink);
}

}  // namespace hearth
