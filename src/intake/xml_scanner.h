// Cuts an XML file, while it is read, into the elements at given paths and the skeleton around
// them, so that a file of any size is parsed a child at a time.
//
// It refuses what an agency's file has no business to hold and an attack would: a document type
// (and with it entities of its own), elements nested beyond reason, a single piece or tag that is
// huge, and anything but UTF-8. It checks that elements close in order; the inside of a piece is
// left to the XML parser. Paths are without namespace prefixes.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearth {

struct XmlPiece {
  std::string text;  // the element, from its `<` to its `>`
  int line = 1;      // of its first character
  std::string path;  // `Message/Children/Child`
};

struct XmlFault {
  int line = 0;
  std::string_view what;  // words of ours
  bool refused = false;   // it may be well-formed, but we do not take it
};

struct XmlScan {
  std::string skeleton;  // the document without its pieces
  std::optional<XmlFault> fault;
};

struct XmlLimits {
  std::size_t depth = 64;
  std::size_t tag = 64 * 1024;
  std::size_t piece = 16 * 1024 * 1024;
  std::size_t skeleton = 4 * 1024 * 1024;
};

// The pieces go to `sink` in order; scanning stops at the first fault. `next` gives the file's next
// bytes, none at its end.
using NextBytes = std::function<Result<std::string_view>()>;
Result<XmlScan> scan_xml(const NextBytes& next, const std::vector<std::string>& paths,
                         const std::function<void(const XmlPiece&)>& sink, XmlLimits limits = {});

Result<XmlScan> scan_xml_file(const std::filesystem::path& path,
                              const std::vector<std::string>& paths,
                              const std::function<void(const XmlPiece&)>& sink);

}  // namespace hearth
