#include "intake/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>

#include "base/text.h"

namespace hearth {
namespace {

constexpr std::size_t kSmallPart = std::size_t{16} << 20;
constexpr std::size_t kMostText = std::size_t{1} << 30;  // of all shared texts together
constexpr std::size_t kMostColumns = 16'384;
constexpr std::size_t kNoColumn = kMostColumns;

std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Every element below a node with this name, in order.
void each_named(const pugi::xml_node& node, std::string_view name,
                const std::function<void(const pugi::xml_node&)>& found) {
  for (const auto child : node.children()) {
    if (local(child.name()) == name) found(child);
    each_named(child, name, found);
  }
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const auto child : node.children()) {
    if (local(child.name()) == name) return child;
  }
  return {};
}

// The text of an element and all below it, but for readings of characters (`rPh`).
std::string all_text(const pugi::xml_node& node) {
  std::string text;
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      text += child.value();
    if (child.type() == pugi::node_element && local(child.name()) != "rPh") text += all_text(child);
  }
  return text;
}

Result<void> load(const ZipFile& zip, const std::string& part, pugi::xml_document& document) {
  std::string text;
  const auto next = zip.bytes(part);
  for (;;) {
    const auto bytes = next();
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->empty()) break;
    text += *bytes;
    if (text.size() > kSmallPart) return failed("one of its parts is too large");
  }
  const auto parsed = document.load_buffer(text.data(), text.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata_single);
  return parsed ? Result<void>() : failed("one of its parts is not XML");
}

Result<void> scan(const ZipFile& zip, const std::string& part, std::vector<std::string> paths,
                  const std::function<void(const std::string&, const pugi::xml_node&)>& found) {
  bool broken = false;
  const auto scanned = scan_xml(zip.bytes(part), paths, [&](const XmlPiece& piece) {
    pugi::xml_document document;
    const auto parsed =
        document.load_buffer(piece.text.data(), piece.text.size(),
                             pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    broken = broken || !parsed;
    if (parsed) found(piece.path, document.document_element());
  });
  if (!scanned) return std::unexpected(scanned.error());
  if (scanned->fault) return failed(std::string(scanned->fault->what));
  return broken ? failed("one of its parts is not XML") : Result<void>();
}

// Whether a format of numbers shows a day: it has a y, an m beside a d, or a d of its own.
bool shows_a_day(std::string_view format) {
  bool quoted = false, bracket = false;
  std::string plain;
  for (const char c : format) {
    if (c == '"') quoted = !quoted;
    if (c == '[') bracket = true;
    if (!quoted && !bracket) plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (c == ']') bracket = false;
  }
  return plain.find('y') != std::string::npos || plain.find('d') != std::string::npos;
}

bool built_in_day(int format) { return (14 <= format && format <= 17) || format == 22; }

// `BC12` → 54; kNoColumn for what is no reference.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > kMostColumns) return kNoColumn;
  }
  return column == 0 ? kNoColumn : column - 1;
}

// Spreadsheets keep a long number such as 9434765919 as 9.434765919E9.
std::string plain_number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return text;
  if (std::abs(value) < 1e15 && value == std::floor(value)) {
    return fmt::format("{}", static_cast<long long>(value));
  }
  return text;
}

}  // namespace

Result<Workbook> Workbook::open(const std::filesystem::path& path, ZipLimits limits) {
  auto zip = ZipFile::open(path, limits);
  if (!zip) return failed("it is not a workbook, or it is damaged");
  Workbook workbook(std::move(*zip));
  if (!workbook.zip_.has("xl/workbook.xml")) return failed("there is no workbook in it");
  HEARTH_TRY(workbook.read_sheets());
  HEARTH_TRY(workbook.read_texts());
  HEARTH_TRY(workbook.read_styles());
  return workbook;
}

Result<void> Workbook::read_sheets() {
  pugi::xml_document book, relations;
  HEARTH_TRY(load(zip_, "xl/workbook.xml", book));
  HEARTH_TRY(load(zip_, "xl/_rels/workbook.xml.rels", relations));
  each_named(book, "sheet", [&](const pugi::xml_node& sheet) {
    std::string id;
    for (const auto attribute : sheet.attributes()) {
      if (local(attribute.name()) == "id") id = attribute.value();
    }
    each_named(relations, "Relationship", [&](const pugi::xml_node& relation) {
      if (id != relation.attribute("Id").value()) return;
      const std::string target = relation.attribute("Target").value();
      sheets_.emplace_back(sheet.attribute("name").value());
      parts_.push_back(target.starts_with('/') ? target.substr(1) : "xl/" + target);
    });
  });
  return sheets_.empty() ? failed("it has no sheet") : Result<void>();
}

Result<void> Workbook::read_texts() {
  const std::string part = "xl/sharedStrings.xml";
  if (!zip_.has(part)) return {};
  std::size_t size = 0;
  const auto scanned = scan(zip_, part, {"sst/si"}, [&](const auto&, const pugi::xml_node& text) {
    if (size > kMostText) return;
    size += texts_.emplace_back(all_text(text)).size();
  });
  if (size > kMostText) return failed("there is too much text in it");
  return scanned;
}

Result<void> Workbook::read_styles() {
  const std::string part = "xl/styles.xml";
  if (!zip_.has(part)) return {};
  pugi::xml_document styles;
  HEARTH_TRY(load(zip_, part, styles));
  std::vector<int> own_days;
  each_named(styles, "numFmt", [&](const pugi::xml_node& format) {
    if (shows_a_day(format.attribute("formatCode").value())) {
      own_days.push_back(format.attribute("numFmtId").as_int());
    }
  });
  each_named(styles, "cellXfs", [&](const pugi::xml_node& formats) {
    for (const auto format : formats.children()) {
      const int id = format.attribute("numFmtId").as_int();
      shown_as_a_day_.push_back(built_in_day(id) ||
                                std::ranges::find(own_days, id) != own_days.end());
    }
  });
  return {};
}

namespace {

// The cells of a row, by what a workbook keeps beside its sheets.
struct CellReading {
  const std::vector<std::string>& texts;
  const std::vector<bool>& shown_as_a_day;
  const DatePattern& dates;
  SheetOddities& oddities;

  std::string number(const pugi::xml_node& cell, const std::string& value) const {
    const auto style = cell.attribute("s").as_uint();
    const bool day = style < shown_as_a_day.size() && shown_as_a_day[style];
    static const auto kSerial = *DatePattern::parse("excel serial");
    const auto date = day ? kSerial.read(value) : std::nullopt;
    return date ? dates.write(*date) : plain_number(value);
  }

  std::string text(const pugi::xml_node& cell) const {
    const std::string_view kind = cell.attribute("t").value();
    const auto value = child_named(cell, "v");
    if (kind == "inlineStr") return all_text(child_named(cell, "is"));
    if (!value) {
      oddities.formulas_without_value += static_cast<bool>(child_named(cell, "f"));
      return {};
    }
    const auto written = all_text(value);
    if (kind == "s") {
      const auto index = std::strtoul(written.c_str(), nullptr, 10);
      return index < texts.size() ? texts[index] : std::string();
    }
    if (kind == "b") return written == "1" ? "true" : "false";
    if (kind == "d") {  // an ISO day, with a time or not
      const auto day = parse_date(std::string_view(written).substr(0, 10));
      return day ? dates.write(*day) : written;
    }
    return kind.empty() || kind == "n" ? number(cell, written) : written;
  }
};

}  // namespace

Result<SheetOddities> Workbook::read(const std::string& sheet, const DatePattern& dates,
                                     const std::function<void(const WorkbookRow&)>& sink) const {
  const auto found = sheet.empty() ? sheets_.begin() : std::ranges::find(sheets_, sheet);
  if (found == sheets_.end()) return failed("it has no sheet of the name the feed gives");
  const auto& part = parts_[static_cast<std::size_t>(found - sheets_.begin())];
  SheetOddities oddities;
  const CellReading reading{texts_, shown_as_a_day_, dates, oddities};
  WorkbookRow row;
  const auto scanned = scan(
      zip_, part, {"worksheet/sheetData/row", "worksheet/mergeCells"},
      [&](const std::string& path, const pugi::xml_node& node) {
        if (path.ends_with("mergeCells")) {
          for (const auto merged : node.children()) oddities.merged += !merged.empty();
          return;
        }
        row.row = std::max(row.row + 1, static_cast<std::int64_t>(node.attribute("r").as_llong()));
        row.cells.clear();
        for (const auto cell : node.children()) {
          if (local(cell.name()) != "c") continue;
          const auto* reference = cell.attribute("r").value();
          const auto column = *reference ? column_of(reference) : row.cells.size();
          if (column >= kMostColumns) continue;
          if (column >= row.cells.size()) row.cells.resize(column + 1);
          row.cells[column] = reading.text(cell);
        }
        sink(row);
      });
  if (!scanned) return std::unexpected(scanned.error());
  return oddities;
}

}  // namespace hearth
