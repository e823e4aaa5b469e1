#include "language/parse_document.h"

#include <algorithm>
#include <string>

#include "language/block.h"
#include "language/condition_names.h"
#include "language/parse.h"
#include "language/utf8.h"

namespace hearth {
namespace {

// A plan is prose for people: one that is larger is some other file, given by mistake.
constexpr std::uint32_t kLargestDocument = 4 << 20;

// Once a line: a file in another encoding has hundreds of them.
void check_encoding(const Source& source, Diagnostics& diagnostics) {
  const auto text = source.text();
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode_utf8(text.substr(at));
    if (next.valid) {
      at += next.length;
      continue;
    }
    report(diagnostics, source, kInvalidUtf8, {static_cast<std::uint32_t>(at), 1},
           "save the document as UTF-8");
    at = std::min(text.find('\n', at), text.size());
  }
}

void report_line_ends(const Source& source, Diagnostics& diagnostics) {
  const auto at = source.text().find("\r\n");
  if (at == std::string_view::npos) return;
  report(diagnostics, source, kWindowsLineEnd, {static_cast<std::uint32_t>(at), 1},
         "`hearth plan fmt` writes plain ones");
}

void parse_block(const Block& block, const ConditionNames& conditions, Parsed& parsed) {
  Reader reader(parsed.tree, parsed.diagnostics, block.tokens.tokens, conditions);
  if (!block.layout.strays.empty()) {
    const auto& token = block.tokens.tokens[block.layout.strays.front().first];
    if (block.fence.kind == FenceKind::Plan) {
      reader.complain(kOutsideItem, token.span,
                      "an item, such as `criterion`, starts in the first column of each block",
                      reader.text(token));
    } else {
      reader.complain(kNoTitle, token.span, "start the example with a line in the first column");
    }
  }
  for (const auto& item : block.layout.items) {
    if (reader.enough_said()) return;
    if (block.fence.kind == FenceKind::Plan)
      written::parse_item(reader, item);
    else
      written::parse_example(reader, item);
  }
}

}  // namespace

Parsed parse_document(std::shared_ptr<const Source> source) {
  Parsed parsed;
  parsed.tree.source = source;
  if (source->text().size() > kLargestDocument) {
    report(parsed.diagnostics, *source, kDocumentTooLarge, {kLargestDocument, 1},
           "a plan is text: pictures and data belong beside it");
    parsed.tree.items.push_back({written::Invalid{}, {0, kLargestDocument}});
    return parsed;
  }
  check_encoding(*source, parsed.diagnostics);
  report_line_ends(*source, parsed.diagnostics);
  const auto blocks = read_blocks(*source, parsed.diagnostics);
  const auto conditions = condition_names(*source, blocks);
  for (const auto& block : blocks) parse_block(block, conditions, parsed);
  parsed.diagnostics.sort();
  return parsed;
}

}  // namespace hearth
