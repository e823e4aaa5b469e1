// The rows of an XML file as a feed's tables see them: the elements at a table's path, numbered in
// the file's order, with the line each starts on. A person and all that is told of them are one
// piece of the file, which is parsed once for all tables.
//
// A column is a path from the row's element: `Reviews/Date`, `../UPN` of the element around it,
// `@id` an attribute. Of several elements of one name the first is read. Names are taken without
// their namespace prefixes.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "intake/feed.h"
#include "intake/feed_row.h"
#include "intake/file_faults.h"
#include "intake/xml_scanner.h"

namespace hearth {

// What the file says about itself, and whether it can be read at all.
struct XmlHeader {
  std::vector<std::string> values;  // one for each path asked; empty where it is not there
  std::optional<XmlFault> fault;
  std::set<std::string> found;  // of the names looked for, those that some element has
};
Result<XmlHeader> read_xml_header(const std::filesystem::path& path, const FeedForm& form,
                                  const std::vector<std::string>& wanted,
                                  const std::set<std::string>& looked_for = {});

struct XmlTable {
  const TableRule* table;
  FileFaults* faults;
};
using XmlRowSink = std::function<void(std::size_t table, const FeedRow&)>;

// Piece by piece, in each the rows of the first table first; rows of one piece have one key. What
// was read is answered by table. A file that read_xml_header found fault with is not to be read.
Result<std::vector<RowsRead>> read_xml_rows(const std::filesystem::path& path, const FeedForm& form,
                                            std::span<const XmlTable> tables,
                                            const XmlRowSink& sink);

// As above, for bytes.
Result<XmlHeader> read_xml_header(const NextBytes& next, const FeedForm& form,
                                  const std::vector<std::string>& wanted,
                                  const std::set<std::string>& looked_for = {});
Result<std::vector<RowsRead>> read_xml_rows(const NextBytes& next, const FeedForm& form,
                                            std::span<const XmlTable> tables,
                                            const XmlRowSink& sink);

}  // namespace hearth
