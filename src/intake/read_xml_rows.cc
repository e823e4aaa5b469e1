#include "intake/read_xml_rows.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <deque>
#include <pugixml.hpp>

#include "base/text.h"
#include "intake/intake_diagnostics.h"

namespace hearth {
namespace {

constexpr unsigned kParse = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol;

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_element && local_name(child.name()) == name) return child;
  }
  return {};
}

// A path once it is taken apart: `ChildIdentifiers/UPN`, `../@Type`.
using Steps = std::vector<std::string>;

Steps steps_of(std::string_view path) {
  Steps steps;
  for (const auto step : split(path, '/')) steps.emplace_back(step);
  return steps;
}

std::string_view value_at(pugi::xml_node node, const Steps& steps) {
  for (const auto& step : steps) {
    if (step.starts_with('@')) return trim(node.attribute(step.c_str() + 1).value());
    node = step == ".." ? node.parent() : child_named(node, step);
  }
  return trim(node.text().get());
}

// Each element at the path below a node, in order.
void each_at(const pugi::xml_node& node, std::span<const std::string_view> steps,
             const std::function<void(const pugi::xml_node&)>& found) {
  if (steps.empty()) return found(node);
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_element && local_name(child.name()) == steps.front()) {
      each_at(child, steps.subspan(1), found);
    }
  }
}

// The paths to cut at: those of the tables with people, which hold all others.
std::vector<std::string> piece_paths(const FeedForm& form) {
  std::vector<std::string> paths;
  for (const auto& table : form.tables) {
    if (!table.of) paths.push_back(table.rows);
  }
  return paths;
}

// The rows of one table, in the pieces that hold them.
class TableRows {
 public:
  TableRows(const FeedForm& form, const XmlTable& read)
      : table_(*read.table),
        outer_(table_.of ? form.tables[*table_.of].rows : table_.rows),
        faults_(*read.faults),
        cells_(table_.columns.size()) {
    const auto inner = std::string_view(table_.rows).substr(outer_.size());
    if (!inner.empty()) steps_ = split(inner.substr(1), '/');
    for (const auto& column : table_.columns) columns_.push_back(steps_of(column));
  }

  bool are_in(const XmlPiece& piece) const { return piece.path == outer_; }
  RowsRead read() const { return read_; }

  void reject(const XmlPiece& piece) {
    ++read_.rows;
    ++read_.rejected;
    faults_.add(intake::kXmlNotWellFormed, {.row = read_.rows, .line = piece.line},
                "the parser cannot read this element");
  }

  void take(const XmlPiece& piece, const pugi::xml_node& root, std::string_view key,
            const FeedRowSink& sink) {
    std::size_t seen = 0;   // of the piece, in bytes,
    int line = piece.line;  // and the line that is
    each_at(root, steps_, [&](const pugi::xml_node& node) {
      const auto offset =
          static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
      const auto passed = std::string_view(piece.text).substr(seen, offset - seen);
      line += static_cast<int>(std::ranges::count(passed, '\n'));
      seen = offset;
      for (std::size_t c = 0; c < cells_.size(); ++c) cells_[c] = value_at(node, columns_[c]);
      sink({++read_.rows, line, cells_, key});
    });
  }

 private:
  const TableRule& table_;
  const std::string outer_;
  FileFaults& faults_;
  std::vector<std::string_view> steps_;
  std::vector<Steps> columns_;
  std::vector<std::string_view> cells_;
  RowsRead read_;
};

class XmlRowReader {
 public:
  XmlRowReader(const FeedForm& form, std::span<const XmlTable> tables, const XmlRowSink& sink)
      : sink_(sink) {
    for (const auto& table : tables) tables_.emplace_back(form, table);
  }

  void take(const XmlPiece& piece) {
    key_ = std::to_string(++pieces_);
    text_ = piece.text;
    const auto parsed =
        document_.load_buffer_inplace(text_.data(), text_.size(), kParse, pugi::encoding_utf8);
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      if (!tables_[t].are_in(piece)) continue;
      if (!parsed) {
        tables_[t].reject(piece);
        continue;
      }
      tables_[t].take(piece, document_.document_element(), key_,
                      [&](const FeedRow& row) { sink_(t, row); });
    }
  }

  std::vector<RowsRead> read() const {
    std::vector<RowsRead> read;
    for (const auto& table : tables_) read.push_back(table.read());
    return read;
  }

 private:
  const XmlRowSink& sink_;
  std::deque<TableRows> tables_;
  std::string text_;  // of the piece, where it is parsed
  pugi::xml_document document_;
  std::string key_;
  std::int64_t pieces_ = 0;
};

// One reading of the bytes after another is the caller's business; the two overloads share this.
using Scan = std::function<Result<XmlScan>(const std::vector<std::string>&,
                                           const std::function<void(const XmlPiece&)>&)>;

bool is_of_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
}

// Whether an element has the name, with a prefix or without.
bool has_element(std::string_view text, std::string_view name) {
  while (const void* found = memmem(text.data(), text.size(), name.data(), name.size())) {
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const auto after = at + name.size();
    const bool begins = at > 0 && (text[at - 1] == '<' || text[at - 1] == ':');
    if (begins && after < text.size() && !is_of_name(text[after])) return true;
    text.remove_prefix(after);
  }
  return false;
}

Result<XmlHeader> header_of(const Scan& scan, const FeedForm& form,
                            const std::vector<std::string>& wanted,
                            const std::set<std::string>& looked_for) {
  XmlHeader header{std::vector<std::string>(wanted.size()), {}, {}};
  auto scanned = scan(piece_paths(form), [&](const XmlPiece& piece) {
    for (const auto& name : looked_for) {
      if (!header.found.contains(name) && has_element(piece.text, name)) header.found.insert(name);
    }
  });
  if (!scanned) return std::unexpected(std::move(scanned.error()));
  header.fault = scanned->fault;
  pugi::xml_document document;
  const auto& skeleton = scanned->skeleton;
  const auto parsed =
      document.load_buffer(skeleton.data(), skeleton.size(), kParse, pugi::encoding_utf8);
  if (header.fault) return header;
  if (!parsed) {
    header.fault = {1, "the parser cannot read what is around its elements", false};
    return header;
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!wanted[i].empty()) header.values[i] = value_at(document, steps_of(wanted[i]));
  }
  return header;
}

Result<std::vector<RowsRead>> rows_of(const Scan& scan, const FeedForm& form,
                                      std::span<const XmlTable> tables, const XmlRowSink& sink) {
  XmlRowReader reader(form, tables, sink);
  auto scanned = scan(piece_paths(form), [&](const XmlPiece& piece) { reader.take(piece); });
  if (!scanned) return std::unexpected(std::move(scanned.error()));
  return reader.read();
}

Scan scan_of(const std::filesystem::path& path) {
  return [&path](const auto& paths, const auto& sink) { return scan_xml_file(path, paths, sink); };
}

Scan scan_of(const NextBytes& next) {
  return [&next](const auto& paths, const auto& sink) { return scan_xml(next, paths, sink); };
}

}  // namespace

Result<XmlHeader> read_xml_header(const std::filesystem::path& path, const FeedForm& form,
                                  const std::vector<std::string>& wanted,
                                  const std::set<std::string>& looked_for) {
  return header_of(scan_of(path), form, wanted, looked_for);
}

Result<XmlHeader> read_xml_header(const NextBytes& next, const FeedForm& form,
                                  const std::vector<std::string>& wanted,
                                  const std::set<std::string>& looked_for) {
  return header_of(scan_of(next), form, wanted, looked_for);
}

Result<std::vector<RowsRead>> read_xml_rows(const std::filesystem::path& path, const FeedForm& form,
                                            std::span<const XmlTable> tables,
                                            const XmlRowSink& sink) {
  return rows_of(scan_of(path), form, tables, sink);
}

Result<std::vector<RowsRead>> read_xml_rows(const NextBytes& next, const FeedForm& form,
                                            std::span<const XmlTable> tables,
                                            const XmlRowSink& sink) {
  return rows_of(scan_of(next), form, tables, sink);
}

}  // namespace hearth
